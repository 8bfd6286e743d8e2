import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { type Authenticate, createAuthenticate } from '#src/access/authenticate.ts';
import { createFailedAttempts, type FailedAttempts } from '#src/access/failed-attempts.ts';
import { type Credentials, type Grant, grantToken } from '#src/access/grant-token.ts';
import { createSigningKeys } from '#src/access/signing-keys.ts';
import type { Context } from '#src/context.ts';
import { createIntake, type Intake } from '#src/pipeline/accept/create-intake.ts';
import { createDecisionWatch, type DecisionWatch } from '#src/pipeline/accept/watch-decisions.ts';
import type { RecordCaches } from '#src/pipeline/adjudicate/load-world.ts';
import { createProviderCache } from '#src/pipeline/adjudicate/provider-cache.ts';
import { createReferenceCache } from '#src/pipeline/adjudicate/reference-cache.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { checkReadiness, type Readiness } from './readiness.ts';
import { createRequestLimit, type RequestLimit } from './request/request-limit.ts';
import { shareBriefly } from './share-briefly.ts';
import { createReasonTeller, type TellReason } from './tell-reasons.ts';

/** What the routes of one server share. */
export interface Api {
  readonly context: Context;
  readonly intake: Intake;
  readonly decisions: DecisionWatch;
  /** Reasons in the texts in force. */
  readonly reasonTeller: (language: Language) => Promise<TellReason>;
  /** For what is estimated: a worker has its own. */
  readonly recordCaches: RecordCaches;
  readonly authenticate: Authenticate;
  readonly grant: (credentials: Credentials) => Promise<Grant>;
  readonly limit: RequestLimit;
  /** Questions about people whom nobody knows, by client. */
  readonly guesses: FailedAttempts;
  /** Milliseconds until an answer, whatever the servers behind do. */
  readonly patience: number;
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
}

export interface ApiOptions {
  /** Requests of one client in a second, over time. */
  readonly requestsPerSecond?: number;
  /** Milliseconds until an answer. */
  readonly patience?: number;
}

const REQUESTS_PER_SECOND = 5_000;
/** A minute: a desk mistypes less often. */
const MOST_GUESSES = { ofClient: 60, ofAddress: Number.POSITIVE_INFINITY };
/** Milliseconds. */
const PATIENCE = 9_000;
const READINESS_SHARED = 250;

export function createApi(context: Context, options: ApiOptions = {}): Api {
  const { database, clock, config } = context;
  const { environment } = config;
  const keys = createSigningKeys(config.tokenSigningKey, database);
  const failures = createFailedAttempts();
  return {
    context,
    intake: createIntake(context),
    decisions: createDecisionWatch(context),
    reasonTeller: createReasonTeller(context),
    recordCaches: { referenceAt: createReferenceCache(), providersAt: createProviderCache() },
    authenticate: createAuthenticate({ keys, environment, clock }),
    grant: (credentials) =>
      grantToken(credentials, { database, keys, environment, clock, failures }),
    guesses: createFailedAttempts(MOST_GUESSES),
    limit: createRequestLimit(options.requestsPerSecond ?? REQUESTS_PER_SECOND),
    patience: options.patience ?? PATIENCE,
    metrics: createMetrics(context),
    readiness: shareBriefly(READINESS_SHARED, () => checkReadiness(context)),
  };
}
