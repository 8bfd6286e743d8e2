import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import { ISSUE_SENTENCES } from '#src/intake/messages/issue-sentences.ts';
import { parseSubmission } from '#src/intake/parse-submission.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import { toBytes, validSubmission } from './valid-submission.ts';

type Body = ReturnType<typeof validSubmission>;
type Spoil = (body: Body & Record<string, unknown>) => unknown;

/** What is changed in a valid sheet, and every issue that must come back as "pointer code". */
const INVALID: readonly (readonly [title: string, spoil: Spoil, issues: readonly string[]])[] = [
  ['an array', () => [], [' wrong-type']],
  ['null', () => null, [' wrong-type']],
  [
    'an empty object',
    () => ({}),
    [
      '/number required',
      '/fund required',
      '/insured required',
      '/patient required',
      '/provider required',
      '/kindOfCare required',
      '/payment required',
      '/lines required',
    ],
  ],
  ['an unknown field', (b) => ({ ...b, outcome: 'approved' }), [' unknown-field']],
  [
    'an unknown field of a line',
    (b) => set(b, 'lines.0.benefit', '1.00'),
    ['/lines/0 unknown-field'],
  ],
  [
    'a prototype',
    (b) => JSON.stringify(b).replace('{', '{"__proto__":{"x":1},'),
    [' unknown-field'],
  ],
  ['an organisation', (b) => ({ ...b, organisationId: 2 }), [' unknown-field']],
  ['no number', (b) => ({ ...b, number: undefined }), ['/number required']],
  ['a number as a number', (b) => ({ ...b, number: 12 }), ['/number wrong-type']],
  ['an empty number', (b) => ({ ...b, number: '' }), ['/number not-a-document-number']],
  ['a number of 41', (b) => ({ ...b, number: 'x'.repeat(41) }), ['/number not-a-document-number']],
  [
    'an injection',
    (b) => ({ ...b, number: "1'; drop table--" }),
    ['/number not-a-document-number'],
  ],
  ['Arabic digits', (b) => set(b, 'provider.inpe', '١٢٣٤٥٦٧٨٩'), ['/provider/inpe not-an-inpe']],
  ['a NUL', (b) => ({ ...b, number: 'A\u0000' }), ['/number not-a-document-number']],
  [
    'a line break after the number',
    (b) => ({ ...b, number: 'A\n' }),
    ['/number not-a-document-number'],
  ],
  ['a fund in small letters', (b) => ({ ...b, fund: 'cnss' }), ['/fund not-a-body-code']],
  [
    'a short CNSS number',
    (b) => set(b, 'insured.number', '12345678'),
    ['/insured/number not-a-cnss-number'],
  ],
  [
    'a CNSS number with letters',
    (b) => set(b, 'insured.number', 'AB3456789'),
    ['/insured/number not-a-cnss-number'],
  ],
  [
    'an insured without a body',
    (b) => ({ ...b, insured: { number: '123456789' } }),
    ['/insured/issuer required'],
  ],
  [
    'an unknown relationship',
    (b) => set(b, 'patient.relationship', 'cousin'),
    ['/patient/relationship not-one-of'],
  ],
  ['rank 0 of a child', (b) => set(b, 'patient.rank', 0), ['/patient/rank rank-of-patient']],
  [
    'rank 2 of the insured',
    (b) => set(b, 'patient.relationship', 'self'),
    ['/patient/rank rank-of-patient'],
  ],
  ['rank 100', (b) => set(b, 'patient.rank', 100), ['/patient/rank out-of-range']],
  ['rank as text', (b) => set(b, 'patient.rank', '2'), ['/patient/rank wrong-type']],
  [
    '30 February',
    (b) => set(b, 'patient.birthDate', '2015-02-30'),
    ['/patient/birthDate not-a-date'],
  ],
  [
    'a date with a time',
    (b) => set(b, 'lines.0.date', '2026-11-03T00:00:00Z'),
    ['/lines/0/date not-a-date'],
  ],
  ['the year 0', (b) => set(b, 'lines.0.date', '0000-01-01'), ['/lines/0/date not-a-date']],
  ['null instead of nothing', (b) => ({ ...b, prescriber: null }), ['/prescriber wrong-type']],
  [
    'half a stay',
    (b) => ({ ...b, stay: { admission: '2026-11-03' } }),
    ['/stay/discharge required'],
  ],
  ['no line', (b) => ({ ...b, lines: [] }), ['/lines list-length']],
  ['101 lines', (b) => ({ ...b, lines: manyLines(101) }), ['/lines list-length']],
  ['equal line numbers', (b) => set(b, 'lines.1.number', 1), ['/lines line-numbers']],
  ['a gap in the numbers', (b) => set(b, 'lines.1.number', 3), ['/lines line-numbers']],
  ['quantity 0', (b) => set(b, 'lines.0.quantity', 0), ['/lines/0/quantity out-of-range']],
  ['quantity -1', (b) => set(b, 'lines.0.quantity', -1), ['/lines/0/quantity out-of-range']],
  ['quantity 1000', (b) => set(b, 'lines.0.quantity', 1000), ['/lines/0/quantity out-of-range']],
  ['quantity 1.5', (b) => set(b, 'lines.0.quantity', 1.5), ['/lines/0/quantity wrong-type']],
  ['a boolean quantity', (b) => set(b, 'lines.0.quantity', true), ['/lines/0/quantity wrong-type']],
  [
    'a price as a number',
    (b) => set(b, 'lines.0.unitPrice', 80),
    ['/lines/0/unitPrice wrong-type'],
  ],
  ...[
    '80',
    '80.0',
    '80.000',
    '-80.00',
    '1e2',
    ' 80.00',
    '80,00',
    '080.00',
    '',
    '99999999999.00',
  ].map(
    (price) =>
      [
        `the price "${price}"`,
        (b: Body) => set(b, 'lines.0.unitPrice', price),
        ['/lines/0/unitPrice not-an-amount'],
      ] as const,
  ),
  ...['0', '0.00', '-1', '12.345', '10000', '1e1', ''].map(
    (coefficient) =>
      [
        `the coefficient "${coefficient}"`,
        (b: Body) => set(b, 'lines.0.coefficient', coefficient),
        ['/lines/0/coefficient not-a-coefficient'],
      ] as const,
  ),
  [
    'a coefficient as a number',
    (b) => set(b, 'lines.0.coefficient', 50),
    ['/lines/0/coefficient wrong-type'],
  ],
  [
    'an act code with a blank',
    (b) => set(b, 'lines.0.code', 'K 50'),
    ['/lines/0/code not-an-act-code'],
  ],
  [
    'a medicine of 12 digits',
    (b) => set(b, 'lines.1.code', '611800014023'),
    ['/lines/1/code not-a-medicine-code'],
  ],
  [
    'a diagnosis in words',
    (b) => set(b, 'lines.0.diagnosis', 'bronchite'),
    ['/lines/0/diagnosis not-a-diagnosis'],
  ],
  [
    'a line too dear',
    (b) => {
      set(b, 'lines.1.unitPrice', '5497558138.87');
      return set(b, 'lines.1.quantity', 2);
    },
    ['/lines/1/unitPrice amount-too-large'],
  ],
  [
    'a sheet too dear',
    (b) => {
      set(b, 'lines.0.unitPrice', '5000000000.00');
      return set(b, 'lines.1.unitPrice', '2000000000.00');
    },
    ['/lines amount-too-large'],
  ],
  [
    'many errors, all at once',
    (b) => {
      set(b, 'patient.rank', 0);
      set(b, 'lines.0.date', 'soon');
      set(b, 'lines.1.number', 1);
      set(b, 'lines.1.code', 'aspirin');
      return { ...b, fund: undefined, extra: 1 };
    },
    [
      '/fund required',
      '/patient/rank rank-of-patient',
      '/lines/0/date not-a-date',
      '/lines/1/code not-a-medicine-code',
      ' unknown-field',
      '/lines line-numbers',
    ],
  ],
];

/** Sets a field of the body by its path, and gives the body back. */
function set(body: Body, path: string, value: unknown): Body {
  const parts = path.split('.');
  const last = parts.pop() as string;
  const parent = parts.reduce<Record<string, unknown>>(
    (part, key) => part[key] as Record<string, unknown>,
    body as Record<string, unknown>,
  );
  parent[last] = value;
  return body;
}

function manyLines(count: number) {
  const line = validSubmission().lines[0];
  return Array.from({ length: count }, (_, index) => ({ ...line, number: index + 1 }));
}

describe('parseSubmission', () => {
  it.each(INVALID)('refuses %s', (_title, spoil, expected) => {
    const body = spoil(validSubmission());
    const parsed = parseSubmission(toBytes(body), 'en');
    if (parsed.ok) throw new Error('it was accepted');
    expect(parsed.kind).toBe('invalid');
    expect(parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(
      [...expected].sort(),
    );
    for (const { message } of parsed.issues) expect(message).not.toMatch(/[{}]|undefined/);
  });

  it('calls a body that is no strict JSON unreadable, with the place', () => {
    expect(parseSubmission(toBytes('{"number":"A","number":"B"}'), 'en')).toEqual({
      ok: false,
      kind: 'unreadable',
      issues: [
        {
          pointer: '',
          code: 'duplicate-field',
          message: 'A field is given twice (line 1, column 15): keep one of them.',
        },
      ],
    });
  });

  it('never repeats what was sent', () => {
    const canary = 'Zineb-CANARY-AB123456';
    const body = { [canary]: canary, number: `${canary} `, fund: canary, patient: { [canary]: 1 } };
    for (const bytes of [toBytes(body), toBytes(`{"${canary}":1,"${canary}":2}`)]) {
      for (const language of LANGUAGES) {
        expect(JSON.stringify(parseSubmission(bytes, language))).not.toContain('CANARY');
      }
    }
  });

  it('accepts a valid sheet and turns it into a care sheet', () => {
    const parsed = parseSubmission(toBytes(validSubmission()), 'fr');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(parsed.warnings).toEqual([]);
    expect(toCareSheet(parsed.submission, '2026-11-21')).toMatchObject({
      provider: '100000017',
      prescription: { number: 'ORD-77', date: '2026-11-02' },
      receivedOn: '2026-11-21',
      lines: [
        { coefficient: 5000, unitPrice: 112_500, diagnosis: 'J20.9' },
        { coefficient: null, unitPrice: 8000, keyLetter: null, diagnosis: null },
      ],
    });
  });

  it('accepts what cannot be paid: that is a decision', () => {
    const body = validSubmission();
    body.stay = { admission: '2026-11-05', discharge: '2020-01-01' };
    body.fund = 'NOSUCHFUND';
    expect(parseSubmission(toBytes(body), 'fr').ok).toBe(true);
  });

  it('warns of a barcode whose check digit is wrong', () => {
    const body = set(validSubmission(), 'lines.1.code', '6118000140213');
    const parsed = parseSubmission(toBytes(body), 'fr');
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [{ pointer: '/lines/1/code', code: 'barcode-check-digit' }],
    });
  });

  it('hashes the content: blanks and the order of fields make no difference', () => {
    const body = validSubmission();
    const reversed = Object.fromEntries(Object.entries(body).reverse());
    const hashes = [body, reversed, { ...body, number: 'OTHER' }].map((value, index) => {
      const parsed = parseSubmission(toBytes(JSON.stringify(value, null, index)), 'fr');
      return parsed.ok ? parsed.bodyHash : 'refused';
    });
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it('refuses or accepts any mutation of a valid sheet, and never throws', () => {
    const valid = JSON.stringify(validSubmission());
    const mutation = fc.record({
      at: fc.nat(valid.length),
      drop: fc.nat(40),
      put: fc.oneof(fc.json(), fc.string(), fc.constantFrom('"', '{', '}', ',', '0', '\\u')),
    });
    fc.assert(
      fc.property(mutation, ({ at, drop, put }) => {
        const parsed = parseSubmission(
          toBytes(valid.slice(0, at) + put + valid.slice(at + drop)),
          'ar',
        );
        if (parsed.ok) expect(toCareSheet(parsed.submission, '2026-11-21').lines).not.toEqual([]);
        else expect(parsed.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses or accepts any value in any field, and never throws', () => {
    const fields = ['fund', 'insured', 'patient.rank', 'lines', 'lines.0', 'lines.1.unitPrice'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const parsed = parseSubmission(toBytes(set(validSubmission(), field, value)), 'en');
        expect(parsed.ok || parsed.issues.length > 0).toBe(true);
      }),
    );
  });
});

describe('the sentences of issues', () => {
  it('exist in three languages with the same facts', () => {
    for (const sentence of Object.values(ISSUE_SENTENCES)) {
      const facts = LANGUAGES.map((language) =>
        (sentence[language].match(/\{\w+\}/g) ?? []).sort(),
      );
      expect(facts[1]).toEqual(facts[0]);
      expect(facts[2]).toEqual(facts[0]);
    }
  });
});
