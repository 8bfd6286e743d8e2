import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBench } from '../bench.ts';
import { inBulk, measureThroughput, warmUp } from '../measure/throughput.ts';
import { readOptions } from '../options.ts';
import { flameGraph } from './flame-graph.ts';
import { readProfile } from './read-profile.ts';

/** So many that starting up weighs little. */
const WARM_UP = 5_000;
const SHEETS = 40_000;

/**
 * `npm run bench:profile`: where the API and a worker spend their time on sheets in bulk, as two
 * flame graphs in `docs/`. Loading is left out, and so is waiting.
 */
async function runProfile(): Promise<void> {
  const bench = await openBench(readOptions(['--quick']), 4);
  const folder = join(bench.servers.folder, 'profiles');
  mkdirSync(folder);
  try {
    const pids = await bench.onProduct({ profiles: folder }, async (installation) => {
      await warmUp(bench, installation, inBulk(0, WARM_UP));
      const run = await measureThroughput(bench, installation, inBulk(WARM_UP, SHEETS));
      process.stdout.write(`${JSON.stringify(run.cpu)} us of CPU a sheet\n`);
      return { serve: installation.api.pid, worker: installation.workers[0]?.pid };
    });
    for (const [command, pid] of Object.entries(pids)) {
      // Of its first thread; the other one only translates TypeScript.
      const file = readdirSync(folder).find((name) => name.includes(`.${pid}.0.`));
      if (file === undefined) throw new Error(`there is no profile of ${command}`);
      const frame = readProfile(readFileSync(join(folder, file), 'utf8'));
      const title = `tasfiya ${command}: ${SHEETS + WARM_UP} care sheets in bulk, busy time`;
      writeFileSync(`docs/flame-${command}.svg`, flameGraph(frame, title));
    }
  } finally {
    await bench.close();
  }
}

await runProfile();
