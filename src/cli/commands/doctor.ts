import type { Command } from 'commander';
import { doctor } from '#src/pipeline/doctor/doctor.ts';
import { toPositiveInteger } from '../argument-parsers.ts';
import { type CommandContext, EXIT, runs } from '../command.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { example } from '../example.ts';
import { openInstallation } from '../installation.ts';

/** `tasfiya doctor`: the set-up, every invariant, and a replay of decisions; changes nothing. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check the set-up, every invariant, and decisions by replaying them')
    .option('--replay <count>', 'how many decisions to replay', toPositiveInteger, 1_000)
    .addHelpText('after', example('tasfiya doctor --replay 100000'))
    .addHelpText('after', '\nExit code 1 when anything is wrong; warnings are no illness.')
    .action(runs(diagnose));
}

async function diagnose(
  { config, logger, output }: CommandContext,
  { replay }: { replay: number },
): Promise<void> {
  const { context, servers, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-doctor',
    checked: false,
  });
  try {
    const { databaseUrl } = servers;
    const onProgress = (done: number) => output.progress(`${done} decisions replayed`);
    const diagnosis = await doctor(context, { databaseUrl, limit: replay, onProgress });
    output.data(diagnosis, () => diagnosisText(diagnosis));
    if (!diagnosis.healthy) process.exitCode = EXIT.refused;
  } finally {
    await close();
  }
}
