import { inTransaction, type Queryable } from '#db/client.ts';
import {
  countFile,
  countPeriod,
  insertPlan,
  type PeriodCount,
  type PlanRequest,
  shardsFor,
} from '#db/repositories/simulation-plan.ts';
import {
  lockSimulation,
  type SimulationWork,
  startSimulation,
} from '#db/repositories/simulation-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import type { Context } from '#src/context.ts';
import { addFlow } from '#src/queues/add-flow.ts';
import { simulateJob } from '#src/queues/simulate-job.ts';

/**
 * Divides a simulation into shards, and tells all workers of them with one flow: its parent merges
 * what they found. A flow that is lost is rung for again by the sweeper.
 */
export async function planSimulation(context: Context, id: number): Promise<void> {
  const shards = await inTransaction(context.database.as('simulator'), async (tx) => {
    const simulation = await lockSimulation(tx, { id, status: 'planning' });
    if (simulation === undefined) return 0;
    const request = { ...simulation, receivedBy: simulation.askedAt };
    const counted = await countSheets(tx, request);
    const count = shardsFor(counted);
    await insertPlan(tx, request, count);
    await startSimulation(tx, { id, leftOut: canonicalJson(counted.leftOut) });
    return count;
  });
  if (shards === 0) return;
  const simulationId = String(id);
  await addFlow(context.queueSettings, simulateJob, {
    parent: { payload: { simulationId, part: 'merge' }, ring: 0 },
    children: Array.from({ length: shards }, (_, shard) => ({
      payload: { simulationId, part: String(shard) },
      ring: 0,
    })),
  });
}

/** Lines of a file that are not simulated are counted like stored sheets that are not. */
async function countSheets(
  tx: Queryable,
  request: PlanRequest & Pick<SimulationWork, 'file'>,
): Promise<PeriodCount> {
  const { file } = request;
  if (file === null) return countPeriod(tx, request);
  const { simulated, ofOthers } = await countFile(tx, request);
  const leftOut = { refused: file.refused, 'other-fund': ofOthers };
  const some = Object.entries(leftOut).filter(([, count]) => count > 0);
  return { simulated, leftOut: Object.fromEntries(some) };
}
