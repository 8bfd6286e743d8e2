import { z } from 'zod';
import { findOrganisation } from '#db/reads/organisation.ts';
import { ORGANISATION_KINDS, ROLES } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import { defineRoute } from '../../route.ts';
import { REFERENCE_ACCESS, readReference } from './read-reference.ts';

const meSchema = z
  .strictObject({
    clientId: z.string(),
    roles: z.array(z.enum(ROLES)),
    organisation: z.strictObject({
      code: z.string(),
      kind: z.enum(ORGANISATION_KINDS),
      name: z.string(),
    }),
  })
  .meta({ id: 'Me' });

export const getMe = defineRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Who the caller is',
  access: REFERENCE_ACCESS,
  answers: { 200: { description: 'The client, its roles and organisation.', schema: meSchema } },
  async handle(call) {
    const { clientId, roles, organisationId } = call.caller;
    const organisation = await readReference(call, (tx) => findOrganisation(tx, organisationId));
    if (organisation === undefined) throw new AppError('not-found', 'Your organisation is gone.');
    return { status: 200, json: { clientId, roles, organisation } };
  },
});
