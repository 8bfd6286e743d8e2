import pg from 'pg';
import { AppError } from '#src/errors.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { sendTogether } from './send-together.ts';

/** The runtime roles of the database; none owns anything or can bypass row-level security. */
export const DATABASE_ROLES = [
  'intake',
  'reader',
  'access',
  'worker',
  'settlement',
  'rules',
  'simulator',
  'operator',
  'auditor',
  'estimator',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** What a repository function needs: a pool, or the client of a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    text: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export type Transaction = pg.PoolClient;
export type Pool = pg.Pool;

/** One pool a role, opened when first used. */
export interface Database {
  as(role: DatabaseRole): pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly poolSize: number;
  readonly applicationName: string;
  /** Milliseconds after which a statement is given up. */
  readonly statementTimeout?: number;
  /** Told of connections that break while idle; the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

const INT8 = 20;
const DATE = 1082;

const types = new pg.TypeOverrides();
// Money and ids are bigint, and below 2^53 by CHECK; dates stay calendar dates.
types.setTypeParser(INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond 2^53 - 1');
  return value;
});
types.setTypeParser(DATE, (text) => text);

export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pools = new Map<DatabaseRole, pg.Pool>();
  return {
    as(role) {
      const pool = pools.get(role) ?? openPool(url, role, options);
      pools.set(role, pool);
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

/**
 * A frozen process must not keep its locks: neither in a transaction nor between two. The pool
 * closes what is idle long before.
 */
const FROZEN = '-c idle_in_transaction_session_timeout=30000 -c idle_session_timeout=60000';

/**
 * What keeps plans to look-ups by key whatever the statistics say: one that was made while a table
 * was young would read all of it, ever slower, until somebody analyses it.
 */
export const BY_KEY = ['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'];

/** The hot roles look up by key only. References are checked so too. */
const HOT = ['plan_cache_mode=force_generic_plan', 'jit=off', ...BY_KEY]
  .map((setting) => `-c ${setting}`)
  .join(' ');
const HOT_ROLES: ReadonlySet<DatabaseRole> = new Set([
  'intake',
  'worker',
  'estimator',
  'simulator',
]);

/**
 * What a simulation finds can be found again: it waits for no disk that live work needs. It looks
 * up every key once, so that remembering what was found costs and gains nothing.
 */
const NO_HURRY = '-c synchronous_commit=off -c enable_memoize=off';

const STATEMENT_TIMEOUT_MS = 30_000;
/** The server's own time-out comes first; ours is for a server that says nothing. */
const CLIENT_TIMEOUT_FACTOR = 1.2;

function openPool(url: string, role: DatabaseRole, options: DatabaseOptions): pg.Pool {
  const { connectionString, options: asked } = splitOptions(url);
  const pool = new pg.Pool({
    connectionString,
    max: options.poolSize,
    application_name: `${options.applicationName}:${role}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Statements that do not wait for one another are sent together, and answered in their order.
    pipeline: true,
    // A server that is frozen or cut off answers no statement_timeout: this one ends here.
    query_timeout: CLIENT_TIMEOUT_FACTOR * (options.statementTimeout ?? STATEMENT_TIMEOUT_MS),
    statement_timeout: options.statementTimeout ?? STATEMENT_TIMEOUT_MS,
    options: `${FROZEN} ${settingsOf(role)} ${asked} -c role=tasfiya_${role}`,
    types,
  });
  // A connection that breaks while it is checked out tells its own listeners too, beside failing
  // the query; without one it ends the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    sendTogether(client);
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}

function settingsOf(role: DatabaseRole): string {
  return `${HOT_ROLES.has(role) ? HOT : ''} ${role === 'simulator' ? NO_HURRY : ''}`;
}

/** Options within a URL would replace those of the pool, and the role with them. */
function splitOptions(url: string): { connectionString: string; options: string } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  return { connectionString: parsed.href, options };
}

type TransactionWork<T> = (tx: Transaction, outgoing: Outgoing) => Promise<T>;

/** One connection for several transactions, for a lock that outlives each of them. */
export interface Session extends Queryable {
  transaction<T>(work: TransactionWork<T>): Promise<T>;
}

/**
 * Runs one transaction and commits it. Whatever fails rolls it back; a lost connection becomes
 * `database-unavailable`, after which only the idempotency of the caller says what happened.
 */
export async function inTransaction<T>(pool: pg.Pool, work: TransactionWork<T>): Promise<T> {
  const tx = await connect(pool);
  let broken = false;
  try {
    return await transact(tx, work, () => {
      broken = true;
    });
  } finally {
    tx.release(broken);
  }
}

/** Gives a connection for a while; what it has locked beyond its transactions is released. */
export async function inSession<T>(
  pool: pg.Pool,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = await connect(pool);
  let broken = false;
  const breakUp = () => {
    broken = true;
  };
  try {
    return await work({
      query: (text, values) => client.query(text, values),
      transaction: (inside) => transact(client, inside, breakUp),
    });
  } finally {
    if (!broken) await client.query('SELECT pg_advisory_unlock_all()').catch(breakUp);
    // A connection that is destroyed loses its locks too.
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  return pool.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
}

async function transact<T>(
  tx: Transaction,
  work: TransactionWork<T>,
  breakUp: () => void,
): Promise<T> {
  const outgoing = createOutgoing(tx);
  try {
    outgoing.send([{ text: 'BEGIN' }]);
    const result = await work(tx, outgoing);
    if (!outgoing.isFinished) await outgoing.finish([]);
    return result;
  } catch (error) {
    // A client whose ROLLBACK fails is broken: it is destroyed rather than given back.
    const broken = await tx.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    if (broken) breakUp();
    throw broken || isConnectionLoss(error) ? unavailable(error) : error;
  }
}

/** Shutdown, crash and connection classes of SQLSTATE, and errors of the socket itself. */
export function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code;
  if (typeof code !== 'string') {
    return error instanceof Error && /Connection terminated|timeout exceeded/.test(error.message);
  }
  return /^(08|57P0|53)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code);
}

/** Throws `database-unavailable` for a lost connection, and any other error as it is. */
export function asUnavailable(error: unknown): never {
  throw isConnectionLoss(error) && !(error instanceof AppError) ? unavailable(error) : error;
}

function unavailable(cause: unknown): AppError {
  return new AppError('database-unavailable', 'The database does not answer; try again shortly.', {
    cause,
  });
}
