let counter = 0;

/** A consultation at 150.00 in the small world of the tests; today, unless told. */
export function testSheet(changes: Record<string, unknown> = {}) {
  counter += 1;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' }).format();
  return {
    number: `FSE-TEST-${counter}`,
    fund: 'CNSS',
    insured: { issuer: 'CNSS', number: '123456789' },
    patient: { relationship: 'self', rank: 0, birthDate: '1980-05-10' },
    provider: { inpe: '100000017' },
    kindOfCare: 'illness',
    payment: 'direct',
    lines: [
      {
        number: 1,
        kind: 'act',
        code: 'C',
        keyLetter: 'C',
        coefficient: '1',
        quantity: 1,
        unitPrice: '150.00',
        date: today,
        diagnosis: 'J20.9',
      },
    ],
    ...changes,
  };
}

export const newKey = (): Record<string, string> => ({ 'Idempotency-Key': crypto.randomUUID() });
