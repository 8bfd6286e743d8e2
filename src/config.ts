import { z } from 'zod';
import { AppError } from './errors.ts';

/** The only reader of the environment: first a flat record, then one complete, frozen value. */
export interface Config {
  /** Absent: an embedded Postgres is started. */
  readonly databaseUrl: string | undefined;
  /** Absent: a private redis-server, else the Postgres back end of the queue. */
  readonly redisUrl: string | undefined;
  readonly queueBackend: 'redis' | 'postgres' | undefined;
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly logLevel: string;
  /** Where embedded servers keep their data. */
  readonly dataFolder: string;
  /** Names the environment inside client secrets (`fse_<env>_...`). */
  readonly environment: string;
  /** An Ed25519 private JWK; absent: a key kept in the database. */
  readonly tokenSigningKey: string | undefined;
  /** Chunks that one worker process takes at once, to decide them in few transactions. */
  readonly workerConcurrency: number;
  /** Connections of one database role in one process. */
  readonly poolSize: number;
}

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = z.preprocess(blankIsAbsent, z.string().optional());
const integer = (fallback: number, min: number, max: number) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce
      .number({ error: `must be a whole number from ${min} to ${max}` })
      .int()
      .min(min)
      .max(max)
      .default(fallback),
  );

const environmentSchema = z.object({
  DATABASE_URL: z.preprocess(
    blankIsAbsent,
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional(),
  ),
  REDIS_URL: z.preprocess(
    blankIsAbsent,
    z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' }).optional(),
  ),
  QUEUE_BACKEND: z.preprocess(blankIsAbsent, z.enum(['redis', 'postgres']).optional()),
  HOST: z.preprocess(blankIsAbsent, z.string().default('127.0.0.1')),
  PORT: integer(8080, 0, 65_535),
  LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  TASFIYA_DATA: z.preprocess(blankIsAbsent, z.string().default('.tasfiya')),
  TASFIYA_ENV: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^[a-z]{2,8}$/, 'must be 2 to 8 small letters')
      .default('dev'),
  ),
  TOKEN_SIGNING_KEY: optional,
  WORKER_CONCURRENCY: integer(64, 1, 64),
  POOL_SIZE: integer(8, 2, 100),
});

/** Throws `configuration-invalid` with every variable that is wrong, and why. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new AppError(
      'configuration-invalid',
      `Set the environment right: ${problems.join('; ')}`,
    );
  }
  const env = read.data;
  return Object.freeze({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    queueBackend: env.QUEUE_BACKEND,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    dataFolder: env.TASFIYA_DATA,
    environment: env.TASFIYA_ENV,
    tokenSigningKey: env.TOKEN_SIGNING_KEY,
    workerConcurrency: env.WORKER_CONCURRENCY,
    poolSize: env.POOL_SIZE,
  });
}
