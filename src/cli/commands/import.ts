import { existsSync } from 'node:fs';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { ImportIssue } from '#src/pipeline/import/import-issue.ts';
import { importRecords } from '#src/pipeline/import/import-records.ts';
import { IMPORT_KINDS, type ImportKind } from '#src/pipeline/import/record-kind.ts';
import { actorOption } from '../actor-option.ts';
import { toCalendarDate, toPositiveInteger } from '../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../command.ts';
import { example } from '../example.ts';
import { importText } from '../import-text.ts';
import { onInstallation } from '../on-installation.ts';
import { languageOption, preferredLanguage } from '../preferred-language.ts';
import { addImportSheets } from './import-sheets.ts';

interface ImportOptions {
  readonly effectiveOn?: CalendarDate;
  readonly issues: number;
  readonly language?: Language;
  readonly actor: string;
}

/** `tasfiya import`: records by an operator, or care sheets as a client of the API. */
export function addImport(program: Command): void {
  const group = program
    .command('import')
    .description('put a file on record, or upload care sheets; again, it changes nothing')
    .addHelpText('after', example('tasfiya import medicines prices.csv --effective-on 2026-01-01'));
  addImportRecords(group);
  addImportSheets(group);
}

/** `tasfiya import KIND FILE`: puts a file on record; every row of it is accounted for. */
function addImportRecords(group: Command): void {
  group
    .command('records', { isDefault: true })
    .description('put a CSV or NDJSON file on record (also without this word)')
    .addArgument(new Argument('<kind>', 'what its rows are').choices(IMPORT_KINDS))
    .argument('<file>', '.csv or .ndjson')
    .option('--effective-on <date>', 'since when prices without a date hold', toCalendarDate)
    .option('--issues <count>', 'how many refusals and warnings to show', toPositiveInteger, 20)
    .addOption(languageOption())
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya import medicines prices.csv --effective-on 2026-01-01'))
    .addHelpText('after', '\nExit code 1 when rows were refused; the others are on record.')
    .action(runs(importFile));
}

async function importFile(
  command: CommandContext,
  kind: ImportKind,
  file: string,
  { effectiveOn, issues: most, language, actor }: ImportOptions,
): Promise<void> {
  if (!existsSync(file)) throw new InvalidArgumentError(`There is no file ${file}.`);
  const first: ImportIssue[] = [];
  const { output } = command;
  await onInstallation(command, async ({ database }) => {
    const report = await importRecords(
      { database },
      {
        ...{ kind, source: file, actor },
        language: language ?? preferredLanguage(process.env) ?? 'en',
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
        onIssue: (issue) => {
          if (first.length < most) first.push(issue);
        },
        onProgress: (rows) => output.progress(`${kind}: ${rows} rows`),
      },
    );
    output.data({ ...report, issues: first }, () => importText(report, first));
    if (report.refused > 0) process.exitCode = EXIT.refused;
  });
}
