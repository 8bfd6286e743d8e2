-- name: security-forced
-- Every table that has a tenant or is about a person has row-level security, forced, and policies.
SELECT c.relname::text AS id
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND (c.relname = 'insured' OR EXISTS (
    SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
      AND a.attname IN ('submitter_id', 'fund_id', 'insured_id', 'payee_key')))
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity
    AND (c.relispartition OR EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)))
UNION ALL
-- A part of a table is reached through its table only, whose policies then hold.
SELECT concat_ws('.', c.relname, r.rolname)
FROM pg_class c JOIN pg_roles r ON r.rolname LIKE 'tasfiya\_%'
WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relkind IN ('r', 'p')
  AND has_table_privilege(r.oid, c.oid,
    'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')

-- name: reader-is-confined
-- A policy that lets readers or everybody in compares the row with the reader's organisation.
SELECT concat_ws('.', tablename, policyname) AS id
FROM pg_policies
WHERE schemaname = 'public' AND roles && '{tasfiya_reader, tasfiya_access, public}'::name[]
  AND (coalesce(qual, '') NOT LIKE '%current_organisation()%'
    OR qual ILIKE '%or true%' OR permissive <> 'PERMISSIVE')

-- name: roles-are-powerless
-- The runtime roles own nothing, are no superusers, bypass nothing and inherit from nobody.
SELECT r.rolname::text AS id
FROM pg_roles r
WHERE r.rolname LIKE 'tasfiya\_%'
  AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
    OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)
    OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
    OR EXISTS (SELECT 1 FROM pg_proc f WHERE f.proowner = r.oid)
    OR EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspowner = r.oid)
    OR EXISTS (SELECT 1 FROM pg_database d WHERE d.datdba = r.oid)
    OR has_schema_privilege(r.oid, 'public', 'CREATE'))

-- name: foreign-keys-name-the-tenant
-- A foreign key from one tenant's row to another row of a tenant carries the tenant's columns.
SELECT k.conname::text AS id
FROM pg_constraint k
CROSS JOIN LATERAL (
  SELECT array_agg(a.attname) AS names FROM pg_attribute a
  WHERE a.attrelid = k.confrelid AND NOT a.attisdropped
    AND a.attname IN ('submitter_id', 'fund_id')
) tenant
CROSS JOIN LATERAL (
  SELECT array_agg(a.attname) AS names FROM pg_attribute a
  WHERE a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey)
) referenced
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
  AND tenant.names IS NOT NULL AND NOT referenced.names @> tenant.names

-- name: references-are-checked
-- What hot tables refer to is checked by a trigger of each, once a statement, that is on.
SELECT concat_ws('.', wanted.name, wanted.trigger) AS id
FROM (VALUES ('care_sheets', 'organisations_exist'), ('care_sheet_documents', 'sheets_exist'),
  ('idempotency_keys', 'sheets_exist'), ('decisions', 'sheets_exist'), ('events', 'sheets_exist'),
  ('family_history', 'decisions_exist'), ('consumptions', 'decisions_exist'),
  ('ledger_postings', 'transactions_exist'))
  AS wanted (name, trigger)
WHERE NOT EXISTS (SELECT 1 FROM pg_trigger t
  WHERE t.tgrelid = ('public.' || wanted.name)::regclass AND t.tgname = wanted.trigger
    AND t.tgenabled IN ('O', 'A'))

-- name: unique-within-the-tenant
-- A unique constraint of a table with tenants includes one, or it would tell what others have.
SELECT i.indexrelid::regclass::text AS id
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace
  AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
    AND a.attname IN ('submitter_id', 'fund_id'))
  AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
    AND a.attnum = ANY (i.indkey) AND a.attname IN ('submitter_id', 'fund_id'))

-- name: views-as-the-invoker
-- A view reads with the rights of who asks, not with those of its owner.
SELECT c.relname::text AS id
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm')
  AND (c.relkind = 'm'
    OR NOT coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}')

-- name: definer-functions-known
-- Only two known functions run with the rights of their owner, on a fixed search path.
SELECT f.oid::regprocedure::text AS id
FROM pg_proc f
WHERE f.pronamespace = 'public'::regnamespace AND f.prosecdef
  AND (f.proname NOT IN ('append_audit', 'add_months')
    OR NOT EXISTS (SELECT 1 FROM unnest(f.proconfig) s WHERE s LIKE 'search_path=%'))
