/** What the load process is asked to send, and how. */
export interface LoadOrder {
  readonly url: string;
  /** A token of each clinic; empty for a server without any authentication. */
  readonly tokens: readonly string[];
  /** The sheet of the stock that comes first. */
  readonly first: number;
  readonly connections: number;
  readonly pace: Pace;
}

export type Pace =
  /** Each connection sends again when it has its answer. */
  | { readonly kind: 'closed'; readonly until: { seconds: number } | { count: number } }
  /** Arrivals at random (Poisson) whatever the server does: a wait is counted in full. */
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number }
  /** As closed, until told to stop; what fails is repeated with its key until it is accepted. */
  | { readonly kind: 'patient' }
  /** So many sheets as NDJSON, shared among the connections, in one request of each. */
  | { readonly kind: 'bulk'; readonly count: number };

export type SinglePace = Exclude<Pace, { kind: 'bulk' }>;

/** One place a sheet in each array, in the order of the answers. */
export interface LoadResult {
  /** Answers by status; 0 for broken connections. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of accepted sheets: index in the stock, id, when the request was due, when answered. */
  readonly indexes: Float64Array;
  readonly ids: Float64Array;
  readonly dueAt: Float64Array;
  readonly answeredAt: Float64Array;
}

export type ToLoader = { readonly order: LoadOrder } | { readonly stop: true };

export function accepted({ indexes }: LoadResult): number {
  return indexes.length;
}
