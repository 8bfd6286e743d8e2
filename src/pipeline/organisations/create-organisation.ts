import { type Database, inTransaction } from '#db/client.ts';
import { insertOrganisation, type Organisation } from '#db/record/organisations.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { ORGANISATION_KINDS } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';

export interface NewOrganisation extends Omit<Organisation, 'id'> {
  /** Who does it: "cli:<operator>", a client id. */
  readonly actor: string;
}

/** Of a fund the code is the one that care sheets and scheme management name: "CNSS". */
const CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

/** Creates an organisation. Throws `conflict` when its code is taken. */
export async function createOrganisation(
  context: { readonly database: Database },
  { code, kind, name, actor }: NewOrganisation,
): Promise<Organisation> {
  assertRight({ code, kind, name });
  return inTransaction(context.database.as('operator'), async (tx) => {
    const organisation = await insertOrganisation(tx, { code, kind, name });
    if (organisation === undefined) {
      throw new AppError('conflict', `There is an organisation ${code} already.`);
    }
    const subject = `organisation:${organisation.id}`;
    await appendAudit(tx, { actor, action: 'organisation.created', subject });
    return organisation;
  });
}

function assertRight({ code, kind, name }: Omit<Organisation, 'id'>): void {
  if (!CODE.test(code)) {
    const message = 'Give a code of 2 to 40 capitals, digits and hyphens, as "CLINIC-001".';
    throw new AppError('input-invalid', message);
  }
  if (!ORGANISATION_KINDS.includes(kind)) {
    throw new AppError('input-invalid', `The kind is one of ${ORGANISATION_KINDS.join(', ')}.`);
  }
  if (!/^\P{Cc}{1,200}$/u.test(name) || name.trim() === '') {
    throw new AppError('input-invalid', 'Give a name of 1 to 200 characters.');
  }
}
