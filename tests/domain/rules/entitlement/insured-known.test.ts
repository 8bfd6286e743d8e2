import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input } from '#tests/domain/builders/input-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it('rejects a sheet of somebody whom no fund has registered, without a scheme', () => {
  const decision = adjudicate(input({ insured: undefined }));
  expect(decision).toMatchObject({ outcome: 'rejected', scheme: null });
  expect(decision.totals).toMatchObject({ submitted: 15_000, disallowed: 15_000, benefit: 0 });
});

it('tells what else is wrong with the sheet', () => {
  expect(told({ insured: undefined, provider: undefined })).toBe(
    'rejected insured-unknown provider-unknown',
  );
});
