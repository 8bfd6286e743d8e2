import {
  createPostgresBackend,
  FlowProducer,
  type Processor,
  Queue,
  type QueueOptions,
  type RedisQueueBackend,
  Worker,
  type WorkerOptions,
} from 'bullmq';

/** Where jobs wait: a Redis or Valkey, or a PostgreSQL in which BullMQ has its own schema. */
export type QueueSettings =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** How long a producer waits for one command before it gives up. */
const producerCommandMs = 1_500;

/** Keeps our keys apart from others in a shared Redis. */
const prefix = 'tasfiya';

/** BullMQ's end of a queue, with a way out that waits for no server. */
export interface Connected<End> {
  readonly end: End;
  /** Cuts the connections, also those that are being tried again. */
  sever(): void;
}

/** A producer's queue: fails soon rather than wait for a server that is away. */
export function connectQueue(
  settings: QueueSettings,
  name: string,
  options: Omit<QueueOptions, 'connection'> = {},
): Connected<Queue> {
  if (settings.kind === 'postgres') {
    const limits = { query_timeout: 10 * producerCommandMs };
    const connection = { ...postgresConnection(settings.url, 2), ...limits };
    const queue = new Queue(name, { ...options, connection }, createPostgresBackend);
    return { end: asPlain(queue), sever: () => void queue.disconnect().catch(() => undefined) };
  }
  const queue = new Queue(name, { ...options, prefix, connection: hastyRedis(settings.url) });
  return { end: queue, sever: () => severRedis(queue.getBackend()) };
}

/** A producer of jobs that wait for others; as hasty as that of a queue. */
export function connectFlow(settings: QueueSettings): Connected<FlowProducer> {
  if (settings.kind === 'postgres') {
    const connection = postgresConnection(settings.url, 2);
    const flow = new FlowProducer({ connection }, createPostgresBackend);
    return { end: asPlain(flow), sever: () => void flow.disconnect().catch(() => undefined) };
  }
  const flow = new FlowProducer({ prefix, connection: hastyRedis(settings.url) });
  return { end: flow, sever: () => severRedis(flow.getBackend()) };
}

/** A consumer: waits for its server for as long as that is away, then goes on. */
export function connectWorker(
  settings: QueueSettings,
  name: string,
  work: { processor: Processor; options: Omit<WorkerOptions, 'connection'> },
): Connected<Worker> {
  const { processor, options } = work;
  if (settings.kind === 'postgres') {
    const connection = postgresConnection(settings.url, 4);
    const worker = new Worker(name, processor, { ...options, connection }, createPostgresBackend);
    return { end: asPlain(worker), sever: () => void worker.disconnect().catch(() => undefined) };
  }
  const connection = { ...redisConnection(settings.url), maxRetriesPerRequest: null };
  const worker = new Worker(name, processor, { ...options, prefix, connection });
  return { end: worker, sever: () => severRedis(worker.getBackend()) };
}

/** BullMQ's own ways of closing wait for an answer, or for the end of a connection never made. */
function severRedis(backend: RedisQueueBackend): void {
  for (const client of [backend.client, backend.blockingClient]) {
    client?.then(
      (connected) => connected.disconnect(),
      () => undefined,
    );
  }
}

/** Fails soon rather than wait for a server that is away. */
function hastyRedis(url: string) {
  return {
    ...redisConnection(url),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: producerCommandMs,
    connectTimeout: producerCommandMs,
  };
}

function redisConnection(url: string) {
  return { url, retryStrategy: (times: number) => Math.min(100 * times, 1_000) };
}

function postgresConnection(connectionString: string, max: number) {
  return {
    connectionString,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'tasfiya queue',
    // A connection that breaks while BullMQ has it checked out fails its query and tells its own
    // listeners too; without one it ends the process.
    onConnect: (client: { on(event: 'error', listener: () => void): unknown }) => {
      client.on('error', () => undefined);
    },
    // BullMQ makes and upgrades its schema `bullmq` under a lock, whoever comes first.
    migrate: true,
  };
}

/** The back end shows only in BullMQ's type parameters, which nobody beyond this file reads. */
function asPlain<Plain>(bound: unknown): Plain {
  return bound as Plain;
}
