import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { createIntake, type Intake } from '#src/pipeline/accept/create-intake.ts';

/** What a client was told: the id of each sheet by its number, with the hash of what it sent. */
export type Acknowledged = Map<string, { id: number; bodyHash: string }>;

export interface Sending {
  readonly context: Context;
  readonly clinics: readonly number[];
  readonly sheets: readonly CareSheet[];
  /** Filled as answers arrive. */
  readonly acknowledged: Acknowledged;
  /** How many requests are under way at once. */
  readonly concurrency?: number;
}

/** Sends sheets as a good client does: each again with the same key until it is acknowledged. */
export async function sendSheets(sending: Sending): Promise<void> {
  const intake = createIntake(sending.context);
  const waiting = [...sending.sheets];
  const lanes = Array.from({ length: sending.concurrency ?? 16 }, async () => {
    for (let sheet = waiting.shift(); sheet !== undefined; sheet = waiting.shift()) {
      await sendOne(intake, sheet, sending);
    }
  });
  await Promise.all(lanes);
}

async function sendOne(intake: Intake, sheet: CareSheet, sending: Sending): Promise<void> {
  const document = JSON.stringify(sheet);
  const bodyHash = createHash('sha256').update(document).digest('hex');
  const organisationId = sending.clinics[hashOf(sheet.number) % sending.clinics.length] ?? 0;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      const result = await intake.accept({
        organisationId,
        clientId: `client-${organisationId}`,
        idempotencyKey: `key-${sheet.number}`,
        bodyHash,
        document,
        sheet,
        receivedAt: new Date('2026-04-20T10:00:00Z'),
      });
      if (result.kind !== 'accepted' && result.kind !== 'replayed') {
        throw new Error(`${sheet.number} was answered with ${result.kind}`);
      }
      sending.acknowledged.set(sheet.number, { id: result.id, bodyHash });
      return;
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) && !isOfTheServer(error)) throw error;
      await sleep(100);
    }
  }
  throw new Error(`${sheet.number} was never acknowledged`);
}

/** Errors of a server that is on its way down or up, which the API answers with 503. */
function isOfTheServer(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^(57P|08|ECONN)/.test(code ?? '') || /Connection terminated|timeout/.test(message ?? '');
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
