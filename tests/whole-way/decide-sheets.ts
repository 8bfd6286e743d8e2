import type { ApiClient } from '#src/client/api-client.ts';
import { inParallel } from '#src/client/in-parallel.ts';
import type { Explanation } from '#src/http/schemas/explanation.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import type { RunningSystem } from './running-system.ts';

/** Sends sheets as a clinic and waits until they are decided; gives how each one was. */
export async function decideSheets(
  system: RunningSystem,
  sheets: readonly Submission[],
): Promise<Explanation[]> {
  const clinic = await system.client('CLINIC-1', 'clinic');
  const ids: number[] = [];
  await inParallel(sheets.entries(), 16, async ([index, sheet]) => {
    ids[index] = await send(clinic, sheet);
  });
  await system.decided();
  const explained: Explanation[] = [];
  for (const id of ids) explained.push(await explain(clinic, id));
  return explained;
}

/** Gives the id of the sheet. */
export async function send(clinic: ApiClient, sheet: Submission): Promise<number> {
  const { id } = await clinic.get<{ id: number }>('/v1/care-sheets', {
    method: 'POST',
    body: sheet,
    headers: { 'idempotency-key': sheet.number },
  });
  return id;
}

export const explain = (clinic: ApiClient, id: number) =>
  clinic.get<Explanation>(`/v1/care-sheets/${id}/explanation`);
