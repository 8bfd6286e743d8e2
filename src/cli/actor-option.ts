import { InvalidArgumentError, Option } from 'commander';

/**
 * Who the audit names. The prefix keeps operators apart from clients of the API; the account of
 * the machine is not taken, since it may be a person's name.
 */
export function actorOption(): Option {
  return new Option('--actor <name>', 'who does it, for the audit')
    .default('cli:operator')
    .argParser(toActor);
}

function toActor(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]{0,39}$/.test(name)) return `cli:${name}`;
  throw new InvalidArgumentError('Give 1 to 40 small letters, digits, dots or hyphens.');
}
