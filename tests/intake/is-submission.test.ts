import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { careSheetSchema } from '#src/intake/care-sheet-schema.ts';
import { hashSubmission } from '#src/intake/hash-submission.ts';
import { isSubmission } from '#src/intake/is-submission.ts';
import { validSubmission } from './valid-submission.ts';

type Path = readonly (string | number)[];

/** Every place of a value, itself included. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

const PLACES = placesOf(validSubmission());

/** Values at the edge of what some field takes, and others that none does. */
const edge = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 0, 1, 2, 99, 100, 101, 999, 1000, 1.5, 2 ** 53, '', 'A', 'self', 'spouse'],
    ...['CNSS', 'CNOPS', 'cnss', 'AB12', '123456789', '6118000140213', 'K50', 'K 50', 'é', '٣'],
    ...[
      '0.00',
      '0.01',
      '80.0',
      '5497558138.87',
      '5497558138.88',
      '9999999999.99',
      '-1.00',
      '01.00',
    ],
    ...['0', '0.00', '0.5', '12.345', '9999.99', '10000', '2026-02-29', '2024-02-29', '1899-12-31'],
    ...[
      '2199-12-31',
      '2200-01-01',
      'act',
      'medicine',
      'direct',
      'illness',
      'J20',
      'J20.123',
      'A\n',
    ],
    ...[[], {}, 'x'.repeat(41), undefined],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A valid sheet after some changes, which often leave it valid. */
const changed = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), edge), {
    maxLength: 3,
  })
  .map((changes) => {
    let body: unknown = validSubmission();
    for (const [path, value] of changes) body = put(body, path, value);
    return body === undefined ? null : JSON.parse(JSON.stringify(body));
  });

function put(body: unknown, path: Path, value: unknown): unknown {
  if (path.length === 0) return value;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => (part as Record<string | number, unknown>)?.[key], body);
  if (typeof parent !== 'object' || parent === null) return body;
  (parent as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
  return body;
}

describe('isSubmission', () => {
  it('accepts what the schema accepts, and nothing else', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(changed, (body) => {
        const { success } = careSheetSchema.safeParse(body);
        expect(isSubmission(body)).toBe(success);
        seen[success ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 5000 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(300);
  });

  it('agrees at every edge of every field', () => {
    for (const path of PLACES) {
      for (const value of fc.sample(edge, { numRuns: 150, seed: path.length })) {
        const body = put(validSubmission(), path, value) ?? null;
        expect(isSubmission(body)).toBe(careSheetSchema.safeParse(body).success);
      }
    }
  });

  it('changes nothing: what it accepts is what the schema gives', () => {
    const body = validSubmission();
    expect(isSubmission(body)).toBe(true);
    expect(careSheetSchema.parse(body)).toEqual(body);
  });
});

describe('hashSubmission', () => {
  it('is the hash of the canonical JSON of whatever is accepted', () => {
    fc.assert(
      fc.property(changed, (body) => {
        if (!isSubmission(body)) return;
        const canonical = canonicalJson(careSheetSchema.parse(body));
        const expected = createHash('sha256').update(canonical).digest('hex');
        expect(hashSubmission(body)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
