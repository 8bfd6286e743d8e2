import type { CommandContext } from '#src/cli/command.ts';
import { createApiClient } from '#src/client/api-client.ts';
import { casablancaDate } from '#src/clock.ts';
import { type Context, openContext } from '#src/context.ts';
import { createLogger } from '#src/logger.ts';
import { type DemoProcess, startProcess } from './child-process.ts';
import { type DemoServers, startDemoServers } from './demo-servers.ts';
import { explainOne } from './explain-one.ts';
import { type DayOptions, inventSheets } from './invent-day.ts';
import { keepRunning } from './keep-running.ts';
import { type Prepared, prepareDatabase } from './prepare-database.ts';
import { type DemoReport, reportText } from './report.ts';
import { sendSheets } from './send-sheets.ts';
import { settleFunds } from './settle-funds.ts';
import { verify } from './verify.ts';
import { waitForDecisions } from './wait-for-decisions.ts';

export interface DemoOptions {
  readonly sheets: number;
  readonly keep: boolean;
  readonly seed: number;
}

const WORKERS = 1;

/**
 * The main job, whole: servers, an API and a worker of their own, a day of care sheets over
 * HTTP, decisions, settlement, and every invariant over what was written. True when all holds.
 */
export async function runDemo(options: DemoOptions, command: CommandContext): Promise<boolean> {
  const { config, output } = command;
  const servers = await startDemoServers(config);
  const processes: DemoProcess[] = [];
  const context = openContext({
    config,
    databaseUrl: servers.databaseUrl,
    queueSettings: servers.queue,
    logger: createLogger('warn'),
    applicationName: 'tasfiya-demo',
  });
  try {
    output.note(servers.describe());
    const day = {
      seed: options.seed,
      sheets: options.sheets,
      day: casablancaDate(context.clock()),
    };
    const prepared = await prepareDatabase(context, day, output);
    const url = await startProcesses(servers, processes, { keep: options.keep });
    output.note(`API: ${url}, and ${WORKERS} worker beside it`);
    const report = await runDay({ context, prepared, url, day });
    output.data(report, () => reportText(report));
    if (options.keep) await keepRunning({ url, prepared, servers, output });
    return report.holds;
  } finally {
    for (const process of processes.reverse()) await process.stop();
    await context.close();
    await servers.stop();
  }
}

async function startProcesses(
  servers: DemoServers,
  processes: DemoProcess[],
  { keep }: { keep: boolean },
): Promise<string> {
  const PORT = keep ? (process.env.PORT ?? '8080') : '0';
  const api = await startProcess('serve', { ...servers.environment, PORT });
  processes.push(api);
  for (let started = 0; started < WORKERS; started += 1) {
    processes.push(await startProcess('worker', servers.environment));
  }
  return String(api.ready.url);
}

interface Day {
  readonly context: Context;
  readonly prepared: Prepared;
  readonly url: string;
  readonly day: DayOptions;
}

async function runDay({ context, prepared, url, day }: Day): Promise<DemoReport> {
  const { database } = context;
  const sent = await sendSheets({
    url,
    clinics: prepared.clients.clinics,
    sheets: inventSheets(day, prepared),
    count: day.sheets,
  });
  const deciding = await waitForDecisions(database, sent.accepted);
  const funds = Object.entries(prepared.clients.funds).map(([fund, clients]) => ({
    fund,
    clerk: createApiClient(url, clients.clerk),
    officer: createApiClient(url, clients.officer),
    approver: createApiClient(url, clients.approver),
  }));
  const batches = await settleFunds(funds, day.day);
  const explained = await explainOne(funds.map(({ clerk }) => clerk));
  return {
    sheets: day.sheets,
    accepted: sent.accepted,
    refused: Object.fromEntries(sent.refused),
    seconds: { sending: sent.seconds, deciding },
    batches,
    explained,
    ...(await verify(context)),
  };
}
