import type { Database } from '#db/client.ts';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { AppError } from '#src/errors.ts';
import type { Logger } from '#src/logger.ts';
import type { ImportIssue } from './import-issue.ts';
import type { ImportReport } from './import-report.ts';
import { accounts } from './kinds/accounts.ts';
import { acts } from './kinds/acts.ts';
import { affiliations } from './kinds/affiliations.ts';
import { certificates } from './kinds/certificates.ts';
import { dependants } from './kinds/dependants.ts';
import { entitlements } from './kinds/entitlements.ts';
import { insured } from './kinds/insured.ts';
import { medicines } from './kinds/medicines.ts';
import { providerActivity } from './kinds/provider-activity.ts';
import { providers } from './kinds/providers.ts';
import { schemeManagement } from './kinds/scheme-management.ts';
import { tariffs } from './kinds/tariffs.ts';
import type { ImportKind } from './record-kind.ts';
import { type ImportRun, runImport } from './run-import.ts';
import type { ImportSource } from './source/read-source.ts';

export interface ImportOptions {
  readonly kind: ImportKind;
  readonly source: ImportSource;
  /** Who imports: "cli:<operator>", a client id. */
  readonly actor: string;
  /** Medicines: the first day of the prices in the file; 2014-01-01 when it is not given. */
  readonly effectiveOn?: string;
  /** Of the messages; English when it is not given. */
  readonly language?: Language;
  /** Told of every refusal and warning, in the order of the rows. */
  readonly onIssue?: (issue: ImportIssue) => void;
  /** Told after each batch how many rows are done. */
  readonly onProgress?: (rows: number) => void;
  /** Rows of one transaction. */
  readonly batchSize?: number;
}

/**
 * Imports a file into the record; every row is accounted for in the report. What is already on
 * record changes nothing, so an import that was interrupted can be run again. Throws
 * `input-unreadable` or `input-invalid` when the file as a whole cannot be read.
 */
export async function importRecords(
  context: { readonly database: Database; readonly logger?: Logger },
  options: ImportOptions,
): Promise<ImportReport> {
  const { kind, effectiveOn } = options;
  if (effectiveOn !== undefined && !isCalendarDate(effectiveOn)) {
    throw new AppError(
      'input-invalid',
      'Give the effective date as a day that exists: 2026-11-21.',
    );
  }
  const report = await IMPORTS[kind]({
    ...options,
    database: context.database,
    terms: { effectiveOn },
    language: options.language ?? 'en',
    batchSize: options.batchSize ?? 1000,
  });
  const { findings: _findings, ...counts } = report;
  context.logger?.info(counts, 'records imported');
  return report;
}

const IMPORTS: Readonly<Record<ImportKind, (run: ImportRun) => Promise<ImportReport>>> = {
  medicines: (run) => runImport(medicines, run),
  acts: (run) => runImport(acts, run),
  tariffs: (run) => runImport(tariffs, run),
  'scheme-management': (run) => runImport(schemeManagement, run),
  providers: (run) => runImport(providers, run),
  'provider-activity': (run) => runImport(providerActivity, run),
  insured: (run) => runImport(insured, run),
  dependants: (run) => runImport(dependants, run),
  affiliations: (run) => runImport(affiliations, run),
  entitlements: (run) => runImport(entitlements, run),
  certificates: (run) => runImport(certificates, run),
  accounts: (run) => runImport(accounts, run),
};
