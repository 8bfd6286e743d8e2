import { inTransaction } from '#db/client.ts';
import { type InvariantResult, runInvariants } from '#db/invariants/run-invariants.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { checkRedis } from '#src/queues/check-redis.ts';
import { checkDatabase } from './check-database.ts';
import { type ReplayOptions, type ReplayResult, replayDecisions } from './replay-decisions.ts';

/** One look at the set-up: what it is about, and what to change where something is wrong. */
export interface SetupCheck {
  readonly name: 'database' | 'queue';
  readonly fault: string | null;
  readonly warnings: readonly string[];
}

export interface Diagnosis {
  readonly setup: readonly SetupCheck[];
  /** Empty when the database is not fit to be asked. */
  readonly invariants: readonly InvariantResult[];
  readonly replay: ReplayResult;
  /** No fault, no violation, no decision that differs; warnings are no illness. */
  readonly healthy: boolean;
}

const SAMPLE = 1_000;

/** Looks at the set-up, at every invariant, and at a sample of decisions; changes nothing. */
export async function doctor(
  context: Context,
  { databaseUrl, ...replay }: { databaseUrl: string } & ReplayOptions,
): Promise<Diagnosis> {
  const database = await look('database', () => checkDatabase(databaseUrl, ['auditor']));
  const setup = [database, await look('queue', () => checkQueue(context))];
  const fit = database.fault === null;
  const invariants = fit ? await checkInvariants(context) : [];
  const replayed = fit
    ? await replayDecisions(context, { limit: SAMPLE, ...replay })
    : { replayed: 0, differing: [] };
  return {
    setup,
    invariants,
    replay: replayed,
    healthy:
      setup.every(({ fault }) => fault === null) &&
      invariants.every(({ violations }) => violations === 0) &&
      replayed.differing.length === 0,
  };
}

/** Every invariant over all that is stored, however long it takes. */
export async function checkInvariants({ database }: Context): Promise<InvariantResult[]> {
  return inTransaction(database.as('auditor'), async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY');
    await tx.query('SET LOCAL statement_timeout = 0');
    return runInvariants(tx);
  });
}

async function checkQueue({ queueSettings }: Context): Promise<readonly string[]> {
  // The Postgres back end lives in a database that BullMQ sets up by itself.
  if (queueSettings.kind === 'redis') await checkRedis(queueSettings.url);
  return [];
}

async function look(
  name: SetupCheck['name'],
  check: () => Promise<readonly string[]>,
): Promise<SetupCheck> {
  try {
    return { name, fault: null, warnings: await check() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, fault: error.message, warnings: [] };
  }
}
