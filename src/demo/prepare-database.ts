import { countCareSheets } from '#db/reads/decision-summary.ts';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import type { World } from '#fixtures/generator/world.ts';
import { type SeededClients, seedClients } from '#fixtures/seed/seed-clients.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import type { Output } from '#src/cli/output.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { importRecords } from '#src/pipeline/import/import-records.ts';
import { type DayOptions, inventWorld, publicFile } from './invent-day.ts';

export interface Prepared {
  readonly world: World;
  readonly medicines: readonly Medicine[];
  readonly clients: SeededClients;
}

/** Fills an empty database: funds, rules, tariffs, medicines, people, providers, clients. */
export async function prepareDatabase(
  context: Context,
  day: DayOptions,
  output: Output,
): Promise<Prepared> {
  await refuseUsedDatabase(context);
  await importReferential(context, output);
  await seedReference(context, { rules: 'mission' });
  const world = inventWorld(day);
  await seedWorld(context, world);
  const clients = await seedClients(context);
  const pool = context.database.as('worker');
  const { revision } = await readInstallation(pool);
  const { medicines } = await readReference(pool, revision);
  const { insured, providers } = world;
  output.note(
    `On record: ${insured.length} families, ${providers.length} providers, ` +
      `${medicines.length} medicines; ruleset AMO-90-100`,
  );
  return { world, medicines, clients };
}

async function importReferential(context: Context, output: Output): Promise<void> {
  const source = publicFile('ref-des-medicaments-cnops-2014.csv');
  if (source === undefined) {
    output.note('The public referential of medicines is absent: a few examples stand in for it.');
    return;
  }
  const report = await importRecords(context, { kind: 'medicines', source, actor: 'demo' });
  const { rows, imported, importedWithWarning, unchanged, refused } = report;
  output.note(
    `Medicines: ${rows} rows of the CNOPS referential = ${imported} imported + ` +
      `${importedWithWarning} with a warning + ${unchanged} unchanged + ${refused} refused`,
  );
}

async function refuseUsedDatabase(context: Context): Promise<void> {
  const sheets = await countCareSheets(context.database.as('auditor'));
  if (sheets === 0) return;
  throw new AppError(
    'server-unsuitable',
    `The demo fills an empty database, and DATABASE_URL names one with ${sheets} care sheets. ` +
      'Name a new database, or unset DATABASE_URL to let the demo start its own.',
  );
}
