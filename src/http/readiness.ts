import { appliedMigration, NEWEST_MIGRATION } from '#db/reads/applied-migration.ts';
import type { Context } from '#src/context.ts';

type State = 'ok' | 'failing';

/** Whether requests can be served in full, and what is away when they cannot. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: State;
  readonly migrations: State;
  readonly queue: State;
}

/** A server that does not answer in this time is as good as away. */
const PATIENCE = 2_000;

export async function checkReadiness({ database, queue }: Context): Promise<Readiness> {
  const [migration, depth] = await Promise.all([
    answerOf(appliedMigration(database.as('reader'))),
    answerOf(queue.depth()),
  ]);
  const states = {
    database: stateOf(migration !== undefined),
    migrations: stateOf(migration === NEWEST_MIGRATION),
    queue: stateOf(depth !== undefined),
  };
  return { ready: Object.values(states).every((state) => state === 'ok'), ...states };
}

function stateOf(holds: boolean): State {
  return holds ? 'ok' : 'failing';
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
