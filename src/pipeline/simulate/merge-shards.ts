import { createHash } from 'node:crypto';
import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { completeSimulation, lockSimulation } from '#db/repositories/simulation-repository.ts';
import { listDoneShards, readResult } from '#db/repositories/simulation-shard-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { mergeResults, NO_RESULT } from '#domain/simulation/partial-result.ts';
import { readPartial } from '#domain/simulation/partial-text.ts';
import { createReport, type SimulatedFile } from '#domain/simulation/report.ts';
import type { Context } from '#src/context.ts';

/** Makes the report once every shard is done; before that, and after, it does nothing. */
export async function mergeShards(
  { database }: Pick<Context, 'database'>,
  id: number,
): Promise<void> {
  await inTransaction(database.as('simulator'), async (tx) => {
    const simulation = await lockSimulation(tx, { id, status: 'running' });
    if (simulation === undefined) return;
    const shards = await listDoneShards(tx, id);
    if (shards === undefined) return;
    let result = NO_RESULT;
    for (const shard of shards) {
      const found = await readResult(tx, { simulationId: id, shard });
      result = mergeResults(result, readPartial(found));
    }
    const { code, version, contentHash, document, period, recordRevision, leftOut, file } =
      simulation;
    const simulated = {
      ruleset: { code, version, contentHash, schemes: document.schemes },
      ...{ period, recordRevision, leftOut },
      ...(file === null ? {} : { file: namedFile(file) }),
    };
    const report = canonicalJson(createReport(simulated, result));
    const reportHash = createHash('sha256').update(report).digest('hex');
    await completeSimulation(tx, { id, report, reportHash });
    const subject = `simulation:${id}:${reportHash}`;
    await appendAudit(tx, { actor: 'worker', action: 'simulation.done', subject });
  });
}

function namedFile({ contentHash, receivedOn }: SimulatedFile): SimulatedFile {
  return { contentHash, receivedOn };
}
