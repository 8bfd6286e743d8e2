import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#src/errors.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import { cancelCareSheet } from '#src/pipeline/cancel/cancel-care-sheet.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';
import { waitingChunks } from './waiting-chunks.ts';

let bench: FaultBench;

beforeAll(async () => {
  bench = await openFaultBench('postgres');
});

afterAll(() => bench.close());

interface Head {
  id: number;
  submitterId: number;
  status: string;
}

async function heads(): Promise<Head[]> {
  const { rows } = await bench.context.database
    .as('auditor')
    .query<Head>('SELECT id, submitter_id AS "submitterId", status FROM care_sheets ORDER BY id');
  return rows;
}

test('sheets that are cancelled while they are decided leave their neighbours alone', async () => {
  const { context } = bench;
  // Every third insured is unknown: no family row then makes the two wait for each other.
  const sheets = Array.from({ length: 120 }, (_, index) => {
    const sheet = faultSheet(index);
    return index % 3 === 0 ? { ...sheet, insured: { issuer: 'CNSS', number: '999999999' } } : sheet;
  });
  await bench.send(sheets);
  const parts = createAdjudicationParts();
  const cancelled = (await heads()).filter((_, index) => index % 2 === 0);
  const decideAll = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const ids = await waitingChunks(context);
      await Promise.all(
        ids.map((id) =>
          adjudicateChunks(context, [id], parts).catch((error: unknown) => {
            // What a job is tried again after.
            if (!(error instanceof AppError && error.retryable)) throw error;
          }),
        ),
      );
      if (ids.length === 0) return;
    }
  };
  await Promise.all([
    decideAll(),
    ...cancelled.map(({ id, submitterId }) =>
      cancelCareSheet(context, { organisationId: submitterId, clientId: 'client', sheetId: id }),
    ),
  ]);
  const ids = new Set(cancelled.map(({ id }) => id));
  for (const { id, status } of await heads()) {
    if (ids.has(id)) expect(status, String(id)).toBe('cancelled');
    else expect(['decided', 'pended'], String(id)).toContain(status);
  }
  const broken = (await checkInvariants(context)).filter(({ violations }) => violations > 0);
  expect(broken).toEqual([]);
  expect((await replayDecisions(context)).differing).toEqual([]);
});
