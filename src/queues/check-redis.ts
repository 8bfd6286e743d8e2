import { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';

/** BullMQ's minimum for all that it does. */
const oldest = { major: 6, minor: 2 };
const limitMs = 5_000;

/**
 * Refuses a Redis or Valkey that would lose jobs or cannot run BullMQ: `server-unsuitable` with
 * what to change, or `queue-unavailable` when it cannot be asked.
 */
export async function checkRedis(url: string): Promise<void> {
  const info = await readInfo(url);
  const version = info.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    throw new AppError(
      'server-unsuitable',
      `The Redis at ${hostOf(url)} is version ${version || 'unknown'}; ` +
        `${oldest.major}.${oldest.minor} or later is needed. Upgrade it or change REDIS_URL.`,
    );
  }
  const policy = info.get('maxmemory_policy');
  if (policy !== 'noeviction') {
    throw new AppError(
      'server-unsuitable',
      `The Redis at ${hostOf(url)} has maxmemory-policy ${policy ?? 'unknown'}: when its memory ` +
        'is full it would drop jobs. Set `maxmemory-policy noeviction` in its configuration, or ' +
        'run `redis-cli CONFIG SET maxmemory-policy noeviction`, then start again.',
    );
  }
}

/** From INFO, since hosted Redis often has no CONFIG. */
async function readInfo(url: string): Promise<Map<string, string>> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: limitMs,
    commandTimeout: limitMs,
  });
  // The failure is that of `connect`, which carries no reason of its own.
  let reason: Error | undefined;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    const lines = (await redis.info()).split('\r\n').map((line) => line.split(':'));
    return new Map(lines.map(([name = '', ...value]) => [name, value.join(':')]));
  } catch (error) {
    throw unreachable(url, reason ?? error);
  } finally {
    redis.disconnect();
  }
}

function unreachable(url: string, cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const message = `The Redis at ${hostOf(url)} cannot be asked (${said}). Check REDIS_URL.`;
  return new AppError('queue-unavailable', message, { cause });
}

/** Without the password. */
function hostOf(url: string): string {
  return new URL(url).host;
}
