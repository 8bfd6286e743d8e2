import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { readPublicHospitals } from '#fixtures/generator/public-hospitals.ts';
import type { World } from '#fixtures/generator/world.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRulesets } from '#fixtures/load-rulesets.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';

/** The public files beside the repository; the demo uses them when they are there. */
const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** A file of the public data; undefined where it is absent. */
export function publicFile(name: string): string | undefined {
  return existsSync(shared + name) ? shared + name : undefined;
}

export interface DayOptions {
  readonly seed: number;
  readonly day: CalendarDate;
  readonly sheets: number;
}

/** Families and providers enough for so many sheets a day. */
export function inventWorld({ seed, day, sheets }: DayOptions): World {
  const hospitals = publicFile('hopitaux-publics-2022.csv');
  return generateWorld({
    seed,
    day,
    insuredCount: Math.max(500, Math.ceil(sheets * 0.8)),
    publicHospitals: hospitals === undefined ? [] : readPublicHospitals(hospitals),
  });
}

/** A day of submissions by that world; the medicines are those that the record knows. */
export function inventSheets(
  { seed, day, sheets }: DayOptions,
  { world, medicines }: { world: World; medicines: readonly Medicine[] },
): Iterable<Submission> {
  const { acts, tariffs } = loadReference();
  const rulesets = loadRulesets('mission').map((document) => ({ version: 1, document }));
  const reference = { acts, tariffs, rulesets };
  return generateSheets({ world, seed, day, count: sheets, reference, medicines });
}
