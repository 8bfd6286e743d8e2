import { type Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from '#src/cli/program.ts';
import { runCli } from './run-cli.ts';

/** Commands that do something themselves, with their full names. */
function leaves(command: Command, path = ''): [string, Command][] {
  const own = command.commands.filter((each) => each.name() !== 'help');
  if (own.length === 0) return [[path, command]];
  return own.flatMap((each) => leaves(each, `${path} ${each.name()}`));
}

/** What a usage error or a help prints, in this process. */
async function parse(...args: string[]) {
  const program = await createProgram(args);
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const quiet = (command: Command) => {
    command.configureOutput({ writeErr: write, writeOut: write });
    command.commands.forEach(quiet);
  };
  quiet(program);
  const error: unknown = await program.parseAsync(args, { from: 'user' }).catch((e: unknown) => e);
  return { said, exitCode: error instanceof CommanderError ? error.exitCode : undefined };
}

test('every command explains itself, with an example that it understands', async () => {
  const commands = leaves(await createProgram([]));
  expect(commands.map(([path]) => path.trim()).sort()).toEqual([
    ...['client create', 'client list', 'client revoke', 'client revoke-secret', 'client rotate'],
    ...['demo', 'doctor', 'explain', 'import records', 'import sheets', 'migrate'],
    ...['org create', 'org list'],
    ...['quarantine list', 'quarantine requeue'],
    ...['reasons approve', 'reasons edit', 'reasons list', 'reasons show'],
    ...['rules approve', 'rules diff', 'rules draft', 'rules list', 'rules publish'],
    ...['rules return', 'rules rollback', 'rules save', 'rules show', 'rules simulate'],
    ...['rules submit', 'rules test', 'rules validate', 'rules withdraw'],
    ...['seed', 'serve', 'settle paid', 'settle seal', 'settle show', 'submit', 'worker'],
  ]);
  for (const [path, command] of commands) {
    expect(command.description(), path).not.toBe('');
    const { said, exitCode } = await parse(...path.trim().split(' '), '--help');
    expect(said, path).toMatch(/\nExample:\n {2}.*tasfiya /);
    expect(said, path).toContain('--json');
    expect(exitCode, path).toBe(0);
  }
});

test.each([
  [['bogus'], /unknown command 'bogus'/],
  [['settle', 'CNSS', '--up-to', '2026-02-30'], /Give a day of the calendar/],
  [['settle', 'paid', 'CNSS', '0'], /Give a whole number from 1/],
  [['settle', 'CNSS', '--actor', 'Jane Doe'], /small letters, digits, dots or hyphens/],
  [['import', 'people', 'people.csv'], /Allowed choices are medicines, acts/],
  [['org', 'create', '--kind', 'clinic'], /Allowed choices are provider, fund/],
  [['rules', 'draft', 'X', '--from', '1', '--set', 'rate'], /such as ROUTINE.rate=0.85/],
  [['rules', 'save', 'X', '1', 'x.json'], /'--base <hash>' not specified/],
  [['client', 'create', '--org', 'X', '--name', 'x'], /'--roles <roles...>' not specified/],
])('%j is refused before anything is opened', async (args, sentence) => {
  const { said, exitCode } = await parse(...args);
  expect(said).toMatch(sentence);
  expect(exitCode).toBe(1);
});

test('the process ends with 2 on wrong arguments or settings, and with 0 after help', async () => {
  const [bogus, setting, help] = await Promise.all([
    runCli(['bogus']),
    runCli(['doctor'], { env: { PORT: 'eighty', POOL_SIZE: '1' } }),
    runCli(['--help']),
  ]);
  expect(bogus).toMatchObject({ code: 2, stdout: '' });
  expect(setting).toMatchObject({ code: 2, stdout: '' });
  expect(setting.stderr).toMatch(/^tasfiya: Set the environment right: PORT: .*; POOL_SIZE: .*\n$/);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/Exit codes: 0 done/);
});
