import { defineConfig } from 'vitest/config';

const withoutServers = [
  'tests/{domain,intake,architecture,scenarios}/**/*.test.ts',
  'tests/fixtures/*.test.ts',
];

/** `domain` needs no server; `servers` starts its own Postgres and queue, on free ports. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: withoutServers,
          sequence: { groupOrder: 1 },
          // Properties of thousands of bills take their time on a machine that has other work.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['tests/**/*.test.ts'],
          exclude: [...withoutServers, 'tests/bench/**'],
          globalSetup: ['tests/harness/global-setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
