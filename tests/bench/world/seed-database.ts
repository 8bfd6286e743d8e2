import { migrate } from '#db/migrate.ts';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import type { World } from '#fixtures/generator/world.ts';
import { type SeededClients, seedClients } from '#fixtures/seed/seed-clients.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import { casablancaDate, systemClock } from '#src/clock.ts';
import { readConfig } from '#src/config.ts';
import { openContext } from '#src/context.ts';
import { createLogger } from '#src/logger.ts';
import type { QueueSettings } from '#src/queues/queue-connection.ts';
import { multiplyFamilies } from './multiply-families.ts';
import { makeStock, type SheetStock } from './sheet-stock.ts';

/** Families that are invented; the others are the same ones again, under other numbers. */
const FAMILIES = 5_000;
/** Enough that none of them comes near the requests a second that one client may send. */
const CLINICS = 12;
const SEED = 11;

export interface Seeded {
  readonly stock: SheetStock;
  readonly clients: SeededClients;
  /** The families that the others are copies of, and all providers. */
  readonly world: World;
  readonly reference: ReferenceRows;
  readonly day: CalendarDate;
}

/** Fills a new database with rules, people, providers and clients, and makes sheets for it. */
export async function seedDatabase(
  databaseUrl: string,
  { queue, copies }: { readonly queue: QueueSettings; readonly copies: number },
): Promise<Seeded> {
  await migrate(databaseUrl);
  const context = openContext({
    config: readConfig({}),
    databaseUrl,
    queueSettings: queue,
    logger: createLogger('error'),
    applicationName: 'bench-seed',
  });
  try {
    const day = casablancaDate(systemClock());
    await seedReference(context, { rules: 'mission' });
    const world: World = generateWorld({ seed: SEED, insuredCount: FAMILIES, day });
    await seedWorld(context, world);
    await multiplyFamilies(databaseUrl, { families: FAMILIES, copies });
    const clients = await seedClients(context, { clinics: CLINICS });
    const worker = context.database.as('worker');
    const reference = await readReference(worker, (await readInstallation(worker)).revision);
    const stock = makeStock({ world, reference, day, families: FAMILIES, copies });
    return { stock, clients, world, reference, day };
  } finally {
    await context.close();
  }
}
