import type { Finding, ImportCode } from './import-issue.ts';
import type { Placement } from './place-row.ts';
import type { ImportKind } from './record-kind.ts';

/**
 * What became of every row of an import:
 * rows = imported + importedWithWarning + unchanged + unchangedWithWarning + refused.
 */
export interface ImportReport {
  readonly kind: ImportKind;
  readonly rows: number;
  readonly imported: number;
  readonly importedWithWarning: number;
  readonly unchanged: number;
  readonly unchangedWithWarning: number;
  readonly refused: number;
  /** Of the imported: dated versions beside others of the same thing. */
  readonly newVersions: number;
  /** Of the imported: they replaced what was recorded for the same dates. */
  readonly corrections: number;
  /** How often each code was found; notes are counted here only. */
  readonly findings: Readonly<Partial<Record<ImportCode, number>>>;
  /** The newest revision that the import made; null when it changed nothing. */
  readonly revision: number | null;
}

/** What became of one row. */
export interface RowOutcome {
  readonly row: number;
  /** 'refused', or what it did to the record. */
  readonly placement: Exclude<Placement, 'overlap'> | 'refused';
  readonly findings: readonly Finding[];
}

export interface Tally {
  add(outcome: RowOutcome): void;
  /** Asserts that every row that was read has its outcome. */
  report(of: { rowsRead: number; revision: number | null }): ImportReport;
}

export function createTally(kind: ImportKind): Tally {
  const counts = {
    imported: 0,
    importedWithWarning: 0,
    unchanged: 0,
    unchangedWithWarning: 0,
    refused: 0,
    newVersions: 0,
    corrections: 0,
  };
  const findings: Partial<Record<ImportCode, number>> = {};
  return {
    add({ placement, findings: found }) {
      counts[bucketOf(placement, found)] += 1;
      if (placement === 'new-version') counts.newVersions += 1;
      if (placement === 'correction') counts.corrections += 1;
      for (const { code } of found) findings[code] = (findings[code] ?? 0) + 1;
    },
    report({ rowsRead, revision }) {
      const accounted =
        counts.imported +
        counts.importedWithWarning +
        counts.unchanged +
        counts.unchangedWithWarning +
        counts.refused;
      if (accounted !== rowsRead) throw new Error('an import lost account of a row');
      return { kind, rows: rowsRead, ...counts, findings, revision };
    },
  };
}

function bucketOf(placement: RowOutcome['placement'], findings: readonly Finding[]) {
  if (placement === 'refused') return 'refused';
  const warned = findings.some(({ severity }) => severity === 'warning');
  if (placement === 'unchanged') return warned ? 'unchangedWithWarning' : 'unchanged';
  return warned ? 'importedWithWarning' : 'imported';
}
