import { DATABASE_ROLES, type DatabaseRole, isConnectionLoss, openDatabase } from '#db/client.ts';
import { readServerFacts, type ServerFacts } from '#db/server-facts.ts';
import { AppError } from '#src/errors.ts';

/** Views with `security_invoker`, without which row-level security leaks, came with 15. */
const OLDEST = 15;

/**
 * Refuses a database that would lose or leak data, or that is not at this release's migration:
 * `server-unsuitable` with what to change, `database-unavailable` when it cannot be asked. Gives
 * warnings about what is lawful but unwise. Nothing is changed. `roles` are those that the process
 * works in: its login need not be able to take the others.
 */
export async function checkDatabase(
  url: string,
  roles: readonly DatabaseRole[] = DATABASE_ROLES,
): Promise<readonly string[]> {
  const facts = await readServerFacts(url, roles).catch((error: unknown) => {
    throw unanswered(url, error);
  });
  const faults = faultsOf(facts);
  if (faults.length === 0 && !(await takesRole(url, roles[0] ?? 'reader'))) faults.push(ROLE_LOST);
  if (faults.length > 0) {
    throw new AppError(
      'server-unsuitable',
      `The database ${placeOf(url)} cannot be used: ${faults.join(' ')}`,
    );
  }
  return warningsOf(facts);
}

const ROLE_LOST =
  'connections through it do not take their role, so that nothing would keep tenants apart. A ' +
  'pooler that drops the start-up parameter `options` does this: let it pass, or connect directly.';

/** Whether a connection of ours acts as the runtime role that it asked for. */
async function takesRole(url: string, role: DatabaseRole): Promise<boolean> {
  const database = openDatabase(url, { poolSize: 1, applicationName: 'tasfiya doctor' });
  try {
    const { rows } = await database
      .as(role)
      .query<{ name: string }>('SELECT current_user::text AS name');
    return rows[0]?.name === `tasfiya_${role}`;
  } finally {
    await database.close();
  }
}

/** What must be changed, one sentence each; the server comes before what is in it. */
function faultsOf(facts: ServerFacts): string[] {
  if (facts.versionNumber < OLDEST * 10_000) {
    return [
      `it is PostgreSQL ${facts.version}, and ${OLDEST} or later is needed, because views obey ` +
        'row-level security only from there on. Upgrade it, or set DATABASE_URL to another.',
    ];
  }
  if (facts.encoding !== 'UTF8') {
    return [
      `its encoding is ${facts.encoding}, and names and sentences need UTF8. Create it anew with ` +
        "`CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0`.",
    ];
  }
  if (facts.migrationsUnknown > 0) {
    return [
      'it was migrated by a newer release than this one. Install that release, or set ' +
        'DATABASE_URL to another.',
    ];
  }
  if (facts.migrationsMissing.length > 0) {
    const extension = facts.hasBtreeGist
      ? ''
      : ' Before, install the extension btree_gist (package postgresql-contrib).';
    return [
      `migrations are missing (${facts.migrationsMissing.join(', ')}). Run \`tasfiya migrate\` ` +
        `with the same DATABASE_URL.${extension}`,
    ];
  }
  const roles = facts.rolesNotGranted.join(', ');
  if (roles === '') return [];
  return [
    `its login may not act as ${roles}. Run \`GRANT ${roles} TO <login>\` as the owner of the ` +
      'database.',
  ];
}

function warningsOf(facts: ServerFacts): string[] {
  const risk = 'care sheets that were acknowledged are lost when the server loses its power';
  return [
    facts.synchronousCommit === 'off' ? `synchronous_commit is off: ${risk}. Set it to on.` : '',
    facts.fsync === 'off' ? `fsync is off: ${risk}. Set it to on.` : '',
  ].filter((warning) => warning !== '');
}

function unanswered(url: string, cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return isConnectionLoss(cause)
    ? new AppError(
        'database-unavailable',
        `The database ${placeOf(url)} cannot be asked: ${said}.`,
        {
          cause,
        },
      )
    : new AppError(
        'server-unsuitable',
        `The database ${placeOf(url)} refuses us: ${said}. Check DATABASE_URL.`,
        { cause },
      );
}

/** Host and database, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
