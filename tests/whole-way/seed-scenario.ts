import type { Scenario } from '#fixtures/load-scenarios.ts';
import { importFixtures } from '#fixtures/seed/import-fixtures.ts';
import {
  toActFields,
  toManagementFields,
  toMedicineFields,
  toTariffFields,
} from '#fixtures/seed/reference-rows.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import type { Context } from '#src/context.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { publishRuleset } from '#src/pipeline/publish/publish-ruleset.ts';

/** Puts the world of a scenario on record, by the same ways as an operator. */
export async function seedScenario(context: Context, scenario: Scenario): Promise<void> {
  const { reference } = scenario;
  const actor = 'test:operator';
  for (const code of ['CNSS', 'CNOPS']) {
    await createOrganisation(context, { code, kind: 'fund', name: code, actor });
  }
  await createOrganisation(context, { code: 'CLINIC', kind: 'provider', name: 'Clinique', actor });
  const { management, acts, tariffs, medicines } = reference;
  await importFixtures(context, 'scheme-management', management.map(toManagementFields));
  await importFixtures(context, 'acts', acts.map(toActFields));
  await importFixtures(context, 'tariffs', tariffs.map(toTariffFields));
  await importFixtures(context, 'medicines', medicines.map(toMedicineFields));
  for (const { document } of reference.rulesets) {
    await publishRuleset(context, { document, author: 'test:author', approver: 'test:approver' });
  }
  const named = { lastName: 'Exemple', firstName: 'Assuré', rib: null, anomaly: undefined };
  await seedWorld(context, {
    insured: scenario.insured.map((insured) => ({
      ...insured,
      ...named,
      dependants: insured.dependants.map((dependant) => ({ ...dependant, ...named })),
    })),
    providers: scenario.providers.map((provider) => ({
      ...provider,
      ...{ name: 'Prestataire Exemple', region: '', rib: null },
    })),
  });
}
