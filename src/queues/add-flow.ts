import { bounded } from './bounded.ts';
import type { JobDefinition } from './job-definition.ts';
import { jobOf, type Ring } from './open-queue.ts';
import { connectFlow, type QueueSettings } from './queue-connection.ts';

/** The first use of a Postgres back end may create BullMQ's schema. */
const limitMs = 15_000;
const closeLimitMs = 1_000;

export interface Flow<Payload> {
  /** Waits for all of its children. */
  readonly parent: Ring<Payload>;
  readonly children: readonly Ring<Payload>[];
}

/**
 * Adds a job together with those that it waits for, all or nothing. Flows are rare, so each has a
 * connection of its own. A child that fails for good does not hold its parent back: what is left
 * to do stands in Postgres, and the parent looks there.
 */
export async function addFlow<Payload>(
  settings: QueueSettings,
  job: JobDefinition<Payload>,
  { parent, children }: Flow<Payload>,
): Promise<void> {
  const producer = connectFlow(settings);
  // Each failure reaches the caller of `add`; without a listener it would end the process.
  producer.end.on('error', () => undefined);
  try {
    await bounded(limitMs, () =>
      producer.end.add({
        ...nodeOf(job, parent),
        children: children.map((child) => {
          const node = nodeOf(job, child);
          return { ...node, opts: { ...node.opts, ignoreDependencyOnFailure: true } };
        }),
      }),
    );
  } finally {
    await bounded(closeLimitMs, () => producer.end.close()).catch(() => producer.sever());
  }
}

function nodeOf<Payload>(job: JobDefinition<Payload>, ring: Ring<Payload>) {
  return { ...jobOf(job, ring), queueName: job.name };
}
