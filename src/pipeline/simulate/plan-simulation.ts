import { inTransaction, type Queryable } from '#db/client.ts';
import {
  countLeftOut,
  countOfOthers,
  insertPlan,
  type PlanRequest,
} from '#db/repositories/simulation-plan.ts';
import {
  lockSimulation,
  type SimulationWork,
  startSimulation,
} from '#db/repositories/simulation-repository.ts';
import { together } from '#db/together.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import type { Context } from '#src/context.ts';
import { addFlow } from '#src/queues/add-flow.ts';
import { simulateJob } from '#src/queues/simulate-job.ts';

/**
 * Divides a simulation into shards, and tells all workers of them with one flow: its parent merges
 * what they found. A flow that is lost is rung for again by the sweeper.
 */
export async function planSimulation(context: Context, id: number): Promise<void> {
  const pool = context.database.as('simulator');
  const shards = await inTransaction(pool, async (tx) => {
    const simulation = await lockSimulation(tx, { id, status: 'planning' });
    if (simulation === undefined) return 0;
    const request = { ...simulation, receivedBy: simulation.askedAt };
    // No shard begins before both are done: each has a server process, and a core, of its own.
    const [count, leftOut] = await together([
      insertPlan(tx, request),
      inTransaction(pool, (own) => readLeftOut(own, request)),
    ]);
    await startSimulation(tx, { id, leftOut: canonicalJson(leftOut) });
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
async function readLeftOut(
  tx: Queryable,
  request: PlanRequest & Pick<SimulationWork, 'file'>,
): Promise<Readonly<Record<string, number>>> {
  const { file } = request;
  if (file === null) return countLeftOut(tx, request);
  const counts = { refused: file.refused, 'other-fund': await countOfOthers(tx, request) };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
