import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readOperationFigures } from '#db/reads/operation-figures.ts';
import type { Context } from '#src/context.ts';
import { shareBriefly } from './share-briefly.ts';

/** The figures of one process and, read when they are asked for, of the whole installation. */
export interface Metrics {
  readonly registry: Registry;
  request(labels: { method: string; route: string; status: number; seconds: number }): void;
  accepted(kind: string): void;
  /** Brings the figures of the installation up to date; those that cannot be read are left out. */
  refresh(): Promise<void>;
}

/** Milliseconds for which the figures of the installation stay as they were read. */
const SHARED = 1_000;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(context: Context): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'tasfiya_http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const accepted = new Counter({
    name: 'tasfiya_care_sheets_submitted_total',
    help: 'Care sheets that were submitted, by what became of the request.',
    labelNames: ['result'],
    registers: [registry],
  });
  const refresh = createInstallationGauges(registry, context);
  return {
    registry,
    request: ({ method, route, status, seconds }) =>
      duration.observe({ method, route, status }, seconds),
    accepted: (result) => accepted.inc({ result }),
    refresh,
  };
}

function createInstallationGauges(registry: Registry, context: Context): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `tasfiya_${name}`, help, labelNames, registers: [registry] });
  const open = gauge('care_sheets_open', 'Care sheets that wait, by status.', ['status']);
  const oldest = gauge(
    'care_sheets_oldest_seconds',
    'Age of the care sheet that waits longest, by status.',
    ['status'],
  );
  const payable = gauge('care_sheets_payable', 'Decided care sheets whose benefit is unsettled.');
  const benefit = gauge('payable_benefit_centimes', 'Benefit that is decided and unsettled.');
  const outbox = gauge('outbox_chunks', 'Ranges of care sheets that no worker has finished.');
  const depth = gauge('queue_jobs', 'Jobs of the queue, by state.', ['state']);
  const readDatabase = async () => {
    const figures = await readOperationFigures(context.database.as('worker'));
    for (const status of ['received', 'pended', 'returned', 'quarantined']) {
      open.set({ status }, figures.open[status] ?? 0);
      oldest.set({ status }, figures.oldest[status] ?? 0);
    }
    payable.set(figures.payable.sheets);
    benefit.set(figures.payable.benefit);
    outbox.set(figures.outboxChunks);
  };
  const readQueue = async () => {
    for (const [state, jobs] of Object.entries(await context.queue.depth())) {
      depth.set({ state }, jobs);
    }
  };
  return shareBriefly(SHARED, async () => {
    const results = await Promise.allSettled([readDatabase(), readQueue()]);
    // A figure that is stale would mislead; an absent one raises the alarm of whoever watches it.
    if (results[0].status === 'rejected') {
      for (const stale of [open, oldest, payable, benefit, outbox]) stale.reset();
    }
    if (results[1].status === 'rejected') depth.reset();
  });
}
