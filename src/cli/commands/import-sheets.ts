import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { createTokenSource } from '#src/client/api-client.ts';
import { sendBulk } from '#src/client/bulk-request.ts';
import { uploadFile } from '#src/client/bulk-upload.ts';
import { readClientSettings } from '#src/client/client-settings.ts';
import { type ApiOptions, addApiOptions } from '../api-options.ts';
import { type CommandContext, EXIT, runs } from '../command.ts';
import { example } from '../example.ts';
import type { Output } from '../output.ts';
import { preferredLanguage } from '../preferred-language.ts';
import { createReport, type UploadReport } from './import-sheets-report.ts';

interface ImportSheetsOptions extends ApiOptions {
  readonly refused?: string;
}

/** `tasfiya import sheets`: a client of the API's bulk upload; to repeat it is harmless. */
export function addImportSheets(parent: Command): void {
  addApiOptions(parent.command('sheets'))
    .description('upload care sheets through the API: NDJSON, one a line, or - for stdin')
    .argument('<file>', 'care sheets as POST /v1/care-sheets/bulk takes them')
    .option('--refused <file>', 'where refused lines go (<file>.refused.ndjson)')
    .addHelpText('after', example('tasfiya import sheets day.ndjson --url https://api.example.ma'))
    .addHelpText('after', '\nInterrupted, it goes on where it was: <file>.progress says where.')
    .addHelpText('after', '\nExit code 1 when a sheet was refused; the others are in.')
    .action(runs(importSheets));
}

async function importSheets(
  { output }: CommandContext,
  file: string,
  options: ImportSheetsOptions,
): Promise<void> {
  if (file !== '-') return upload(resolve(file), { output, options });
  // An upload that breaks off is repeated, so that what was read must still be there.
  const folder = mkdtempSync(join(tmpdir(), 'tasfiya-'));
  const copy = join(folder, 'stdin');
  try {
    await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }));
    const refused = options.refused ?? 'stdin.refused.ndjson';
    await upload(copy, { output, options: { ...options, refused } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function upload(
  file: string,
  { output, options }: { output: Output; options: ImportSheetsOptions },
): Promise<void> {
  await access(file).catch(() => {
    throw new InvalidArgumentError(`There is no file ${file}.`);
  });
  const { url, ...credentials } = readClientSettings(process.env, options);
  const token = createTokenSource(url, credentials);
  const language = options.language ?? preferredLanguage(process.env);
  const report = createReport(file, resolve(options.refused ?? `${file}.refused.ndjson`));
  const lines = uploadFile({
    file,
    from: report.position(),
    async *send(body) {
      yield* sendBulk({ baseUrl: url, token: await token(), language, body });
    },
    onRetry: (error, seconds) => output.note(`${error.message} Again in ${seconds} s.`),
  });
  try {
    for await (const line of lines) {
      if (report.add(line)) output.progress(reportText(report.counts()));
    }
    report.complete();
  } finally {
    report.close();
  }
  const counts = report.counts();
  output.data(counts, () => reportText(counts));
  if (counts.refused > 0) process.exitCode = EXIT.refused;
}

function reportText({ accepted, replayed, refused, refusedByCode, refusedFile }: UploadReport) {
  const codes = Object.entries(refusedByCode).map(([code, count]) => `\n  ${code}: ${count}`);
  const where = refusedFile === null ? '' : `, see ${refusedFile}`;
  const counts = `${accepted} accepted, ${replayed} already in, ${refused} refused`;
  return `${counts}${where}${codes.join('')}`;
}
