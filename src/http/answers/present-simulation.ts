import type { findSimulation, SimulationRecord } from '#db/reads/simulations.ts';
import type { SimulationAnswer, SimulationSummary } from '../schemas/simulation.ts';

export function presentSummary(record: SimulationRecord): SimulationSummary {
  const { id, code, version, contentHash, from, to } = record;
  return {
    ...{ id, status: record.status },
    ruleset: { code, version, contentHash },
    period: { from, to },
    file: record.fileId,
    recordRevision: record.recordRevision,
    askedBy: record.askedBy,
    askedAt: record.askedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    progress: { sheets: record.sheets, done: record.done },
    links: { self: `/v1/simulations/${id}`, changes: `/v1/simulations/${id}/changes` },
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof findSimulation>>>;

/** The report keeps its bytes: it is canonical JSON, and stays so when it is written again. */
export function presentSimulation({ report, reportHash, ...record }: Found): SimulationAnswer {
  return {
    ...presentSummary(record),
    report: report === null ? null : JSON.parse(report),
    reportHash,
  };
}
