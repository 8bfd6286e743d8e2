import { setInterval } from 'node:timers';
import { startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';

/** A process for `embedded-postgres.test.ts` to kill. */
const postgres = await startEmbeddedPostgres({ folder: process.argv[2] ?? '', fsync: false });
process.stdout.write(`server ${postgres.pid}\n`);
setInterval(() => undefined, 1_000);
