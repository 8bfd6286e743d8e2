import { createHash } from 'node:crypto';
import { inTransaction, type Transaction } from '#db/client.ts';
import { findRuleset } from '#db/reads/rulesets.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import { useFile } from '#db/repositories/simulation-file-repository.ts';
import {
  type AskedSimulation,
  countOpenSimulations,
  findSameOpen,
  insertSimulation,
} from '#db/repositories/simulation-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { compileRuleset } from '#domain/coverage/compiled-ruleset.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

/** Over the stored sheets of a period, or over the sheets of a file that was sent before. */
export type SimulationRequest = Asked &
  ({ readonly period: PeriodOfCare } | { readonly fileId: number });

interface Asked {
  /** A stored version, whatever its status, or a document that is none. */
  readonly of: { readonly code: string; readonly version: number } | RulesetDocument;
  readonly organisationId: number;
  /** Whose sheets are counted; null: those of every fund. */
  readonly onlyFundId: number | null;
  readonly actor: string;
}

/** Each takes room in the database and turns of the workers. */
const MAX_OPEN = 3;

/**
 * Stores what is to be simulated and rings for it; gives its id. The same one asked for again
 * while it is under way is that one.
 */
export async function askSimulation(context: Context, request: SimulationRequest): Promise<number> {
  const { organisationId, actor, onlyFundId } = request;
  const id = await inTransaction(context.database.as('simulator'), async (tx) => {
    // An answer stands for something that a crash of the server does not take back.
    await tx.query('SET LOCAL synchronous_commit = on');
    const { revision: recordRevision } = await readInstallation(tx);
    const asked: AskedSimulation = {
      ...(await readRequested(tx, request.of)),
      ...(await readScope(tx, request)),
      ...{ organisationId, onlyFundId, recordRevision },
      askedBy: actor,
      askedAt: context.clock(),
    };
    const open = await countOpenSimulations(tx, organisationId);
    const same = await findSameOpen(tx, asked);
    if (same !== undefined) return same;
    if (open >= MAX_OPEN) {
      const message = `${MAX_OPEN} simulations are under way: wait for one, or cancel it.`;
      throw new AppError('conflict', message);
    }
    const inserted = await insertSimulation(tx, asked);
    const subject = `simulation:${inserted}:${asked.code}:${asked.version}:${asked.contentHash}`;
    await appendAudit(tx, { actor, action: 'simulation.asked', subject });
    return inserted;
  });
  const ring = { payload: { simulationId: String(id), part: 'plan' }, ring: 0 };
  // The sweeper rings again where the queue is away.
  void context.simulations
    .add([ring])
    .catch((error: unknown) => context.logger.warn({ err: error, id }, 'the queue is away'));
  return id;
}

async function readScope(
  tx: Transaction,
  request: SimulationRequest,
): Promise<Pick<AskedSimulation, 'period' | 'fileId'>> {
  if ('period' in request) return { period: request.period, fileId: null };
  const { fileId, organisationId } = request;
  const period = await useFile(tx, { id: fileId, organisationId });
  if (period === undefined) {
    throw new AppError('not-found', 'There is no such file, or it has expired: send it again.');
  }
  return { period, fileId };
}

async function readRequested(
  tx: Transaction,
  of: SimulationRequest['of'],
): Promise<Pick<AskedSimulation, 'code' | 'version' | 'document' | 'contentHash'>> {
  if (!('version' in of)) {
    const document = canonicalJson(of);
    assertApplicable(of);
    const contentHash = createHash('sha256').update(document).digest('hex');
    return { code: of.code, version: 0, document, contentHash };
  }
  const found = await findRuleset(tx, { ...of, unpublished: true });
  if (found === undefined) throw new AppError('not-found', 'There is no such ruleset version.');
  const { code, version, document, contentHash } = found;
  assertApplicable(JSON.parse(document) as RulesetDocument);
  return { code, version, document, contentHash };
}

/** What the engine would refuse to compile is refused before a worker meets it. */
function assertApplicable(document: RulesetDocument): void {
  try {
    compileRuleset({ version: 0, document });
  } catch (error) {
    throw inapplicable(error);
  }
}

function inapplicable(cause: unknown): AppError {
  const why = cause instanceof RangeError ? cause.message : 'it cannot be applied';
  return new AppError('input-invalid', `Correct the ruleset. ${why}.`, { cause });
}
