import type { ImportIssue } from '#src/pipeline/import/import-issue.ts';
import type { ImportReport } from '#src/pipeline/import/import-report.ts';
import { table } from './output.ts';

/** What became of the rows of a file: outcomes that add up, then what was found, and where. */
export function importText(report: ImportReport, issues: readonly ImportIssue[]): string {
  const found = Object.entries(report.findings).sort(([, a], [, b]) => b - a);
  return [
    table(
      ['outcome', 'rows'],
      [
        ['imported', report.imported],
        ['imported with a warning', report.importedWithWarning],
        ['unchanged', report.unchanged],
        ['unchanged with a warning', report.unchangedWithWarning],
        ['refused', report.refused],
        ['all rows', report.rows],
      ],
    ),
    `of the imported: ${report.newVersions} new versions, ${report.corrections} corrections`,
    ...(found.length === 0 ? [] : [table(['found', 'rows'], found)]),
    ...issues.map(({ row, severity, code, message }) => {
      return `row ${row}, ${severity} (${code}): ${message}`;
    }),
  ].join('\n');
}
