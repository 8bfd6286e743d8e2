import type { OpenCareSheet } from '#db/repositories/care-sheet-repository.ts';
import type { DecidedCareSheet } from '#db/repositories/decision-repository.ts';
import { insuredKeyText } from '#db/repositories/insured-repository.ts';
import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import type { Decision } from '#domain/decision/decision.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { casablancaDate } from '#src/clock.ts';
import { createFamilyFold } from './family-fold.ts';
import type { World } from './load-world.ts';

export type Adjudicate = (input: DecisionInput) => Decision;

/**
 * Decides the sheets of a chunk one after the other as they are asked for, earlier care first, so
 * that as few as possible arrive late; each sees what the ones before it took.
 */
export function* decideSheets(
  sheets: readonly OpenCareSheet[],
  world: World,
  { adjudicate, decidedAt }: { adjudicate: Adjudicate; decidedAt: Date },
): Generator<DecidedCareSheet, void> {
  const fold = createFamilyFold(world.histories, world.positions);
  const decidedOn = casablancaDate(decidedAt);
  for (const [place, open] of [...sheets].sort(byCareDate).entries()) {
    const ledgerId = world.ledgerIds[place];
    if (ledgerId === undefined) throw new RangeError('too few ids of transactions were drawn');
    const insuredId = world.insuredIds.get(insuredKeyText(open.sheet.insured));
    const { position, lines, consumptions } = fold.of(insuredId);
    const decision = adjudicate({
      sheet: open.sheet,
      insured: insuredId === undefined ? undefined : world.insured.get(insuredId),
      provider: world.providers.get(open.sheet.provider),
      prescriber:
        open.sheet.prescriber === null ? undefined : world.providers.get(open.sheet.prescriber),
      history: lines,
      consumptions,
      reference: world.reference,
    });
    yield {
      open,
      decision,
      content: encodeDecision(decision),
      insuredId,
      recordRevision: world.revision,
      historyPosition: position,
      newPosition: fold.add(insuredId, decision),
      ledgerId,
      decidedAt,
      decidedOn,
    };
  }
}

function byCareDate(a: OpenCareSheet, b: OpenCareSheet): number {
  if (a.careOn !== b.careOn) return a.careOn < b.careOn ? -1 : 1;
  return a.id - b.id;
}
