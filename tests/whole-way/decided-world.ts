import { createHash } from 'node:crypto';
import type { DatabaseRole } from '#db/client.ts';
import {
  type NewCareSheet,
  nextSheetIdBlock,
  readFundIds,
} from '#db/repositories/intake-repository.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { World } from '#fixtures/generator/world.ts';
import { seedClients } from '#fixtures/seed/seed-clients.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import { acceptCareSheets } from '#src/pipeline/accept/accept-care-sheets.ts';
import { publishRuleset } from '#src/pipeline/publish/publish-ruleset.ts';
import type { QueueKind } from '#tests/harness/test-queue.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

export interface DecidedWorld extends RunningSystem {
  /** Accepts sheets in this order, as one chunk, and waits until they are decided. */
  decide(sheets: readonly CareSheet[]): Promise<void>;
  ask<Row extends object>(statement: string, values?: unknown[]): Promise<Row[]>;
}

/** A running system with people on record, under the mission's rules or those that are given. */
export async function startDecidedWorld(
  kind: QueueKind,
  { world, document, now }: { world: World; document?: RulesetDocument; now: () => Date },
): Promise<DecidedWorld> {
  const system = await startSystem(kind, { now });
  const { context } = system;
  await seedReference(context, { rules: 'mission' });
  if (document !== undefined) {
    await publishRuleset(context, { document, author: 'author', approver: 'approver' });
  }
  await seedWorld(context, world);
  await seedClients(context, { clinics: 1 });
  const as = (role: DatabaseRole) => context.database.as(role);
  const ask: DecidedWorld['ask'] = async (statement, values) =>
    (await as('auditor').query(statement, values)).rows as never;
  return {
    ...system,
    ask,
    async decide(sheets) {
      const funds = await readFundIds(as('intake'));
      const [clinic] = await ask<{ id: number }>(
        `SELECT id FROM organisations WHERE code = 'CLINIC-001'`,
      );
      const first = await nextSheetIdBlock(as('intake'));
      await acceptCareSheets(
        context,
        sheets.map(
          (sheet, index): NewCareSheet =>
            toNew(sheet, {
              id: first + index,
              submitterId: clinic?.id ?? 0,
              fundId: funds.get(sheet.fund) ?? 0,
            }),
        ),
      );
      await system.decided();
    },
  };
}

function toNew(
  sheet: CareSheet,
  ids: Pick<NewCareSheet, 'id' | 'submitterId' | 'fundId'>,
): NewCareSheet {
  const document = JSON.stringify(sheet);
  return {
    ...ids,
    clientId: 'client',
    idempotencyKey: `key-${sheet.number}`,
    bodyHash: createHash('sha256').update(document).digest('hex'),
    document,
    sheet,
    receivedAt: new Date(`${sheet.receivedOn}T10:00:00Z`),
  };
}
