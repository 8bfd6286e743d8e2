import { writeSync } from 'node:fs';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { startWorkers } from '#workers/start-workers.ts';
import { type FaultServers, openFaultContext } from './open-fault-context.ts';

/**
 * A worker process that is spoiled by sheets whose number begins with a word: `FATAL` kills it,
 * `STUCK` never comes to an end, `FREEZE` stops it until somebody continues it, `BROKEN` throws.
 * With `sound` as its second argument it decides them all.
 */
const servers = JSON.parse(process.argv[2] ?? '') as FaultServers;
const isSpoiled = process.argv[3] !== 'sound';

const context = openFaultContext(servers, { applicationName: 'worker', logLevel: 'warn' });
const workers = await startWorkers(context, { decide });
say('ready');
process.once('SIGTERM', async () => {
  await workers.stop();
  await context.close();
});

function decide(input: DecisionInput) {
  if (isSpoiled) spoil(input);
  return adjudicate(input);
}

function spoil({ sheet }: DecisionInput): void {
  const [word] = sheet.number.split('-');
  if (word === 'FATAL') process.kill(process.pid, 'SIGKILL');
  if (word === 'BROKEN') throw new RangeError(`a message that quotes ${sheet.insured.number}`);
  if (word === 'FREEZE') {
    say(`freezes at ${sheet.number}`);
    process.kill(process.pid, 'SIGSTOP');
  }
  if (word === 'STUCK') {
    say(`is stuck at ${sheet.number}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
}

/** At once: what comes next may be the end of this process. */
function say(text: string): void {
  writeSync(1, `${text}\n`);
}
