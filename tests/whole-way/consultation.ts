import type { World } from '#fixtures/generator/world.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';

/** A consultation of 150.00, of which 80.00 are eligible, of a family that has its rights. */
export function consultation(world: World, index: number, date: string): Submission {
  const family = families(world)[index];
  const practice = world.providers.find(
    ({ sector, specialty, active }) =>
      sector === 'private' && specialty === 'general-medicine' && active.at(-1)?.to === null,
  );
  return {
    number: `C-${index}-${date}`,
    fund: 'CNSS',
    insured: { issuer: family?.issuer, number: family?.number },
    patient: { relationship: 'self', rank: 0, birthDate: family?.birthDate },
    provider: { inpe: practice?.inpe },
    kindOfCare: 'illness',
    payment: 'direct',
    lines: [{ kind: 'act', code: 'C', quantity: 1, unitPrice: '150.00', date, number: 1 }],
  } as Submission;
}

const families = (world: World) =>
  world.insured.filter(
    ({ anomaly, affiliations }) =>
      anomaly === undefined && affiliations.every(({ scheme }) => scheme === 'SALARIED'),
  );
