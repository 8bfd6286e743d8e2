import { expect, test } from 'vitest';
import { sharedBuffers } from '#src/embedded/postgres-settings.ts';

test.each([
  [512, '128MB'],
  [4_096, '512MB'],
  [24_576, '2048MB'],
])('of %i MB of memory the server shares %s', (megabytes, shared) => {
  expect(sharedBuffers(megabytes * 2 ** 20)).toBe(shared);
});
