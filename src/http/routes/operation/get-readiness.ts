import { z } from 'zod';
import { appliedMigration, newestMigration } from '#db/reads/applied-migration.ts';
import type { Api } from '../../api.ts';
import { defineRoute } from '../../route.ts';

const part = z.enum(['ok', 'failing']);
const readinessSchema = z
  .strictObject({ ready: z.boolean(), database: part, migrations: part, queue: part })
  .meta({ id: 'Readiness' });

/** A server that does not answer in this time is as good as away. */
const PATIENCE = 2_000;

export const getReadiness = defineRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether requests can be served in full',
  access: 'public',
  answers: {
    200: { description: 'Ready.', schema: readinessSchema },
    503: { description: 'Impaired: something that it needs is away.', schema: readinessSchema },
  },
  async handle({ api }) {
    const [migration, queue] = await Promise.all([
      answerOf(readMigration(api)),
      answerOf(api.context.queue.depth()),
    ]);
    const parts = {
      database: migration === undefined ? 'failing' : 'ok',
      migrations: migration === newestMigration() ? 'ok' : 'failing',
      queue: queue === undefined ? 'failing' : 'ok',
    };
    const ready = Object.values(parts).every((state) => state === 'ok');
    return { status: ready ? 200 : 503, json: { ready, ...parts } };
  },
});

function readMigration({ context }: Api): Promise<number> {
  return appliedMigration(context.database.as('reader'));
}

/** The answer, or undefined when there is none in time. */
async function answerOf<T>(question: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([question.catch(() => undefined), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
