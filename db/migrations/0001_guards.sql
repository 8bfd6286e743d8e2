-- What drizzle's schema cannot say: roles, row-level security, append-only, no overlap of dates.

CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Sheet ids come in blocks of 1,000, so that what one batch accepts is a range of ids.
CREATE SEQUENCE care_sheet_id_blocks MINVALUE 1;
--> statement-breakpoint
INSERT INTO installation (id, system_identifier)
SELECT 1, system_identifier::text FROM pg_control_system();
--> statement-breakpoint
INSERT INTO audit_head (id) VALUES (1);
--> statement-breakpoint

-- 1. Dates of what is in force never overlap -------------------------------------------------

ALTER TABLE acts ADD CONSTRAINT acts_no_overlap EXCLUDE USING gist
  (code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE medicines ADD CONSTRAINT medicines_no_overlap EXCLUDE USING gist
  (code WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE tariffs ADD CONSTRAINT tariffs_no_overlap EXCLUDE USING gist
  (grid WITH =, item_kind WITH =, item WITH =, sector WITH =, fund WITH =,
   daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL AND status = 'in-force');
--> statement-breakpoint
ALTER TABLE scheme_management ADD CONSTRAINT scheme_management_no_overlap EXCLUDE USING gist
  (scheme WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE ruleset_publications ADD CONSTRAINT ruleset_publications_no_overlap EXCLUDE USING gist
  (scheme WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE ruleset_publications ADD CONSTRAINT ruleset_publications_version_fkey
  FOREIGN KEY (code, version) REFERENCES ruleset_versions (code, version);
--> statement-breakpoint
ALTER TABLE affiliations ADD CONSTRAINT affiliations_no_overlap EXCLUDE USING gist
  (insured_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE entitlements ADD CONSTRAINT entitlements_no_overlap EXCLUDE USING gist
  (insured_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
ALTER TABLE provider_activity ADD CONSTRAINT provider_activity_no_overlap EXCLUDE USING gist
  (inpe WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (superseded_revision IS NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX insured_persons_current ON insured_persons (insured_id)
  WHERE superseded_revision IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX dependants_current ON dependants (insured_id, rank)
  WHERE superseded_revision IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX providers_current ON providers (inpe) WHERE superseded_revision IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX payee_accounts_current ON payee_accounts (payee_kind, payee_key)
  WHERE superseded_revision IS NULL;
--> statement-breakpoint

-- 2. Append-only ------------------------------------------------------------------------------

CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['care_sheet_documents', 'care_sheet_lines', 'idempotency_keys',
    'decisions', 'decision_lines', 'family_history', 'consumptions', 'ledger_transactions',
    'ledger_postings', 'settlement_entries', 'settlement_payments', 'settlement_holds',
    'events', 'audit_entries', 'revisions', 'insured']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A recorded row is only ever closed, once, by a later revision.
CREATE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_revision IS NOT NULL
    OR NEW.superseded_revision <= OLD.recorded_revision
    OR to_jsonb(NEW) - 'superseded_revision' <> to_jsonb(OLD) - 'superseded_revision'
  THEN
    RAISE EXCEPTION 'a row of % is only ever superseded', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['acts', 'medicines', 'tariffs', 'scheme_management',
    'ruleset_publications', 'insured_persons', 'dependants', 'affiliations', 'entitlements',
    'certificates', 'payee_accounts', 'providers', 'provider_activity']
  LOOP
    EXECUTE format('CREATE TRIGGER only_supersede BEFORE UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION only_supersede()', name);
    EXECUTE format('CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The head of a sheet changes only where it is and what was decided, along the allowed ways.
CREATE FUNCTION guard_care_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.submitter_id, NEW.fund_id, NEW.number, NEW.received_at, NEW.received_on,
      NEW.care_on, NEW.insured_issuer, NEW.insured_number, NEW.provider, NEW.submitted,
      NEW.line_count, NEW.client_id)
    IS DISTINCT FROM
     (OLD.id, OLD.submitter_id, OLD.fund_id, OLD.number, OLD.received_at, OLD.received_on,
      OLD.care_on, OLD.insured_issuer, OLD.insured_number, OLD.provider, OLD.submitted,
      OLD.line_count, OLD.client_id)
  THEN
    RAISE EXCEPTION 'what was submitted never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.revision < OLD.revision THEN
    RAISE EXCEPTION 'a revision never goes back' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status <> OLD.status AND NOT (CASE OLD.status
    WHEN 'received' THEN NEW.status IN ('pended', 'returned', 'decided', 'cancelled', 'quarantined')
    WHEN 'pended' THEN NEW.status IN ('returned', 'decided', 'cancelled', 'quarantined')
    WHEN 'returned' THEN NEW.status IN ('received', 'cancelled')
    WHEN 'decided' THEN NEW.status IN ('settled', 'reversed', 'cancelled')
    WHEN 'settled' THEN NEW.status IN ('reversed')
    WHEN 'quarantined' THEN NEW.status IN ('received', 'cancelled')
    ELSE false END)
  THEN
    RAISE EXCEPTION 'a sheet does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON care_sheets
  FOR EACH ROW EXECUTE FUNCTION guard_care_sheet();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON care_sheets
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
--> statement-breakpoint
CREATE FUNCTION guard_settlement_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.paid_at IS NOT NULL OR NEW.paid_at IS NULL OR NEW.paid_by IS NULL
    OR to_jsonb(NEW) - 'paid_at' - 'paid_by' <> to_jsonb(OLD) - 'paid_at' - 'paid_by'
  THEN
    RAISE EXCEPTION 'a sealed batch is only ever marked as paid, once'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON settlement_batches
  FOR EACH ROW EXECUTE FUNCTION guard_settlement_batch();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON settlement_batches
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
--> statement-breakpoint
CREATE FUNCTION guard_ruleset_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('approved', 'published', 'withdrawn')
    AND to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status'
  THEN
    RAISE EXCEPTION 'an approved ruleset version never changes'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON ruleset_versions
  FOR EACH ROW EXECUTE FUNCTION guard_ruleset_version();
--> statement-breakpoint
CREATE FUNCTION guard_client_secrets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM api_clients WHERE id = NEW.client_id FOR UPDATE;
  IF (SELECT count(*) FROM api_client_secrets
      WHERE client_id = NEW.client_id AND revoked_at IS NULL) >= 2
  THEN
    RAISE EXCEPTION 'at most two secrets of a client are active: revoke one first'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER two_active BEFORE INSERT ON api_client_secrets
  FOR EACH ROW EXECUTE FUNCTION guard_client_secrets();
--> statement-breakpoint
-- The chain takes number and previous hash from one locked row, so that it has no gap or fork.
CREATE FUNCTION append_audit(new_actor text, new_action text, new_subject text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head public.audit_head%ROWTYPE;
  entry_at timestamptz;
  entry_hash text;
BEGIN
  SELECT * INTO head FROM public.audit_head WHERE id = 1 FOR UPDATE;
  entry_at := date_trunc('milliseconds', clock_timestamp());
  entry_hash := public.audit_hash(head.number + 1, head.hash, entry_at,
    new_actor, new_action, new_subject);
  INSERT INTO public.audit_entries (number, at, actor, action, subject, previous_hash, hash)
  VALUES (head.number + 1, entry_at, new_actor, new_action, new_subject, head.hash, entry_hash);
  UPDATE public.audit_head SET number = head.number + 1, hash = entry_hash WHERE id = 1;
  RETURN head.number + 1;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_hash(number bigint, previous_hash text, at timestamptz,
  actor text, action text, subject text) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(concat_ws(chr(30), number, previous_hash,
    to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor, action, subject), 'UTF8')), 'hex')
$$;
--> statement-breakpoint

-- 3. Roles ------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['intake', 'reader', 'access', 'worker', 'settlement', 'operator',
    'auditor']
  LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', 'tasfiya_' || name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    EXECUTE format('GRANT %I TO CURRENT_USER', 'tasfiya_' || name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', 'tasfiya_' || name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
-- Every process checks at its start, under its own login, that the schema is its own release's.
GRANT USAGE ON SCHEMA drizzle TO PUBLIC;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO PUBLIC;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION append_audit(text, text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(text, text, text)
  TO tasfiya_intake, tasfiya_access, tasfiya_reader, tasfiya_worker, tasfiya_settlement,
  tasfiya_operator;
--> statement-breakpoint
-- The intake inserts for any organisation and reads only idempotency keys and ids.
GRANT INSERT ON care_sheets, care_sheet_documents, care_sheet_lines, idempotency_keys,
  outbox_chunks TO tasfiya_intake;
--> statement-breakpoint
GRANT SELECT ON idempotency_keys TO tasfiya_intake;
--> statement-breakpoint
GRANT SELECT (id, submitter_id, number) ON care_sheets TO tasfiya_intake;
--> statement-breakpoint
GRANT SELECT (id, code, kind) ON organisations TO tasfiya_intake;
--> statement-breakpoint
GRANT SELECT (id) ON outbox_chunks TO tasfiya_intake;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE care_sheet_id_blocks TO tasfiya_intake;
--> statement-breakpoint
GRANT SELECT ON organisations, api_clients, api_client_secrets, signing_keys TO tasfiya_access;
--> statement-breakpoint
GRANT INSERT ON signing_keys TO tasfiya_access;
--> statement-breakpoint
GRANT SELECT ON care_sheets, care_sheet_documents, care_sheet_lines, decisions, decision_lines,
  events, quarantines, accumulators, consumptions, ledger_transactions, ledger_postings,
  settlement_batches, settlement_entries, settlement_payments, settlement_holds,
  organisations, acts, medicines, tariffs, scheme_management, ruleset_versions,
  ruleset_publications, installation TO tasfiya_reader;
--> statement-breakpoint
GRANT SELECT ON care_sheets, care_sheet_documents, care_sheet_lines, decisions, decision_lines,
  family_history, consumptions, accumulators, events, quarantines, insured, insured_persons,
  dependants, affiliations, entitlements, certificates, providers, provider_activity,
  organisations, acts, medicines, tariffs, scheme_management, ruleset_versions,
  ruleset_publications, installation, outbox_chunks, ledger_transactions, ledger_postings
  TO tasfiya_worker;
--> statement-breakpoint
GRANT INSERT ON decisions, decision_lines, family_history, consumptions, accumulators, events,
  quarantines, outbox_chunks, ledger_transactions, ledger_postings TO tasfiya_worker;
--> statement-breakpoint
GRANT UPDATE ON care_sheets, accumulators, outbox_chunks, quarantines TO tasfiya_worker;
--> statement-breakpoint
-- Row locks on the families need an update privilege; a trigger forbids the update itself.
GRANT UPDATE (id) ON insured TO tasfiya_worker;
--> statement-breakpoint
GRANT DELETE ON outbox_chunks TO tasfiya_worker;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE family_history_id_seq TO tasfiya_worker;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE ledger_transactions_id_seq
  TO tasfiya_worker, tasfiya_settlement;
--> statement-breakpoint
GRANT SELECT (number, kind) ON revisions TO tasfiya_worker;
--> statement-breakpoint
GRANT SELECT ON care_sheets, decisions, decision_lines, settlement_batches, settlement_entries,
  settlement_payments, settlement_holds, payee_accounts, organisations, installation,
  ledger_transactions, ledger_postings TO tasfiya_settlement;
--> statement-breakpoint
GRANT INSERT ON settlement_batches, settlement_entries, settlement_payments, settlement_holds,
  events, ledger_transactions, ledger_postings TO tasfiya_settlement;
--> statement-breakpoint
GRANT UPDATE (status, status_since, batch_number) ON care_sheets TO tasfiya_settlement;
--> statement-breakpoint
GRANT UPDATE (paid_at, paid_by) ON settlement_batches TO tasfiya_settlement;
--> statement-breakpoint
-- Numbers are without a gap because the row of the fund is locked while one is given.
GRANT UPDATE (id) ON organisations TO tasfiya_settlement;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO tasfiya_auditor;
--> statement-breakpoint
REVOKE SELECT ON signing_keys, api_client_secrets FROM tasfiya_auditor;
--> statement-breakpoint
GRANT SELECT ON organisations, api_clients, api_client_secrets, insured, insured_persons,
  dependants, affiliations, entitlements, certificates, payee_accounts, providers,
  provider_activity, acts, medicines, tariffs, scheme_management, ruleset_versions,
  ruleset_publications, installation, revisions, care_sheets, quarantines, outbox_chunks
  TO tasfiya_operator;
--> statement-breakpoint
GRANT INSERT ON organisations, api_clients, api_client_secrets, insured, insured_persons,
  dependants, affiliations, entitlements, certificates, payee_accounts, providers,
  provider_activity, acts, medicines, tariffs, scheme_management, ruleset_versions,
  ruleset_publications, revisions, outbox_chunks, events TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (superseded_revision) ON insured_persons, dependants, affiliations, entitlements,
  certificates, payee_accounts, providers, provider_activity, acts, medicines, tariffs,
  scheme_management, ruleset_publications TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (revision) ON installation TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON api_clients, api_client_secrets TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (status, approver) ON ruleset_versions TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (status, status_since) ON care_sheets TO tasfiya_operator;
--> statement-breakpoint
GRANT UPDATE (requeued_at) ON quarantines TO tasfiya_operator;
--> statement-breakpoint

-- 4. Row-level security: forced on everything that has a tenant or is about a person ------------

CREATE FUNCTION current_organisation() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('tasfiya.organisation_id', true), '')::bigint
$$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['care_sheets', 'care_sheet_documents', 'care_sheet_lines',
    'idempotency_keys', 'decisions', 'decision_lines', 'family_history', 'consumptions',
    'accumulators', 'ledger_transactions', 'ledger_postings', 'settlement_batches',
    'settlement_entries', 'settlement_payments', 'settlement_holds', 'events', 'quarantines',
    'insured', 'insured_persons', 'dependants', 'affiliations', 'entitlements', 'certificates',
    'payee_accounts']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- What a role may do at all is in its grants; these decide for every tenant by design.
    EXECUTE format('CREATE POLICY engine ON %I TO tasfiya_intake, tasfiya_worker,
      tasfiya_settlement, tasfiya_operator USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO tasfiya_auditor USING (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['care_sheets', 'care_sheet_documents', 'care_sheet_lines',
    'decisions', 'decision_lines', 'events', 'quarantines', 'settlement_entries',
    'settlement_holds']
  LOOP
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO tasfiya_reader
      USING (submitter_id = current_organisation() OR fund_id = current_organisation())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['accumulators', 'consumptions', 'ledger_transactions',
    'ledger_postings', 'settlement_batches', 'settlement_payments']
  LOOP
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO tasfiya_reader
      USING (fund_id = current_organisation())', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE care_sheets SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE audit_head SET (fillfactor = 10);
