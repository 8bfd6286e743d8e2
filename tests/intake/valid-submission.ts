/** A care sheet that satisfies the schema with every optional part, for tests to spoil. */
export function validSubmission() {
  return {
    number: 'FSE-2026-000123',
    fund: 'CNSS',
    insured: { issuer: 'CNSS', number: '123456789' },
    patient: { relationship: 'child', rank: 2, birthDate: '2015-03-09' },
    provider: { inpe: '100000017' },
    prescriber: { inpe: '100000025' },
    prescription: { number: 'ORD-77', date: '2026-11-02' },
    kindOfCare: 'hospitalisation',
    stay: { admission: '2026-11-03', discharge: '2026-11-05' },
    payment: 'direct',
    lines: [
      {
        number: 1,
        kind: 'act',
        code: 'K50.1',
        keyLetter: 'Kc',
        coefficient: '50',
        quantity: 1,
        unitPrice: '1125.00',
        date: '2026-11-03',
        diagnosis: 'J20.9',
      },
      {
        number: 2,
        kind: 'medicine',
        code: '6118000140238',
        quantity: 2,
        unitPrice: '80.00',
        date: '2026-11-05',
      },
    ],
  };
}

export const toBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
