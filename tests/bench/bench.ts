import { type Loader, openLoader } from './load/open-loader.ts';
import { peakMegabytes } from './measure/process-figures.ts';
import type { BenchOptions } from './options.ts';
import { type BenchServers, startBenchServers } from './world/bench-servers.ts';
import { findViolations } from './world/find-violations.ts';
import {
  type Installation,
  type InstallationOptions,
  openBenchInstallation,
  TEMPLATE,
} from './world/installation.ts';
import { type Seeded, seedDatabase } from './world/seed-database.ts';

/** What a section has at hand. */
export interface Bench extends Seeded {
  readonly options: BenchOptions;
  readonly servers: BenchServers;
  readonly loader: Loader;
  /** Violations of the product's invariants so far: one makes the whole run fail. */
  readonly violations: readonly string[];
  violated(what: string): void;
  /** The most memory that an API and a worker held since this was last asked, in MB. */
  takePeaks(): readonly { readonly name: string; readonly megabytes: number }[];
  /**
   * Runs work on a fresh copy of the seeded database, waits until all is decided, and checks
   * every invariant over what was written.
   */
  onProduct<T>(
    options: InstallationOptions,
    work: (installation: Installation) => Promise<T>,
  ): Promise<T>;
  /** Measured when a section first asks, and then the same for all that are held against it. */
  limit(name: string, measure: () => Promise<readonly number[]>): Promise<readonly number[]>;
  /** Remarks beside the figures, on stderr. */
  note(text: string): void;
  close(): Promise<void>;
}

export async function openBench(options: BenchOptions, copies: number): Promise<Bench> {
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const servers = await startBenchServers(options.sharedBuffers);
  await servers.admin(`CREATE DATABASE ${TEMPLATE}`);
  const queue = { kind: 'redis', url: servers.redis.url } as const;
  const seeded = await seedDatabase(servers.urlOf(TEMPLATE), { queue, copies });
  const loader = await openLoader(seeded.stock, servers.folder);
  const violations: string[] = [];
  let peaks: { name: string; megabytes: number }[] = [];
  const limits = new Map<string, Promise<readonly number[]>>();
  return {
    ...{ ...seeded, options, servers, loader, violations, note },
    violated: (what) => void violations.push(what),
    takePeaks() {
      const taken = peaks;
      peaks = [];
      return taken;
    },
    async onProduct(wishes, work) {
      const installation = await openBenchInstallation(servers, wishes);
      try {
        const result = await work(installation);
        await installation.untilQuiet();
        peaks.push({ name: 'API', megabytes: peakMegabytes(installation.api.pid) });
        for (const { pid } of [...installation.workers, ...installation.simulators]) {
          peaks.push({ name: 'worker', megabytes: peakMegabytes(pid) });
        }
        // Invariants join whole tables, and plans for tables that nobody has analysed take hours.
        await servers.admin('VACUUM ANALYZE', installation.database);
        violations.push(...(await findViolations(installation.context)));
        return result;
      } finally {
        await installation.close();
      }
    },
    limit(name, measure) {
      const measured = limits.get(name) ?? measure();
      limits.set(name, measured);
      return measured;
    },
    async close() {
      await loader.close();
      await servers.stop();
    },
  };
}
