import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';

/** Clinics and other senders, funds, and the administration that runs the engine. */
export const organisations = pgTable(
  'organisations',
  {
    id: integer64('id').primaryKey().generatedAlwaysAsIdentity(),
    code: text('code').notNull(),
    kind: text('kind', { enum: ['provider', 'fund', 'administration'] }).notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('organisations_code_key').on(table.code),
    check('organisations_kind', sql`kind in ('provider', 'fund', 'administration')`),
  ],
);

/** A machine that calls the API for one organisation, with its roles. */
export const apiClients = pgTable(
  'api_clients',
  {
    id: text('id').notNull(),
    organisationId: integer64('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    roles: text('roles').array().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ name: 'api_clients_pkey', columns: [table.id] }),
    index('api_clients_organisation').on(table.organisationId),
  ],
);

/** SHA-256 of a secret; at most two of a client are active, so that one can be rotated. */
export const apiClientSecrets = pgTable(
  'api_client_secrets',
  {
    clientId: text('client_id')
      .notNull()
      .references(() => apiClients.id),
    /** Lower-case hex of the SHA-256 of the whole secret. */
    secretHash: text('secret_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({
      name: 'api_client_secrets_pkey',
      columns: [table.clientId, table.secretHash],
    }),
    check('api_client_secrets_hash', sql`secret_hash ~ '^[0-9a-f]{64}$'`),
  ],
);

/** Ed25519 keys that sign access tokens, where the environment gives none. */
export const signingKeys = pgTable('signing_keys', {
  kid: text('kid').primaryKey(),
  privateJwk: text('private_jwk').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  retiredAt: instant('retired_at'),
});
