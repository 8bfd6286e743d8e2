import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';

/** The INPE of everybody who executed or prescribed what is on these sheets, each once. */
export function inpesOf(sheets: readonly { readonly sheet: CareSheet }[]): string[] {
  const inpes = new Set<string>();
  for (const { sheet } of sheets) {
    inpes.add(sheet.provider);
    if (sheet.prescriber !== null) inpes.add(sheet.prescriber);
  }
  return [...inpes];
}
