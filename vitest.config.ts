import { defineConfig } from 'vitest/config';

/** `domain` needs no server; `servers` starts its own Postgres and queue, on free ports. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/{domain,intake,architecture,scenarios}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'servers',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{domain,intake,architecture,scenarios,bench}/**'],
          globalSetup: ['tests/harness/global-setup.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
