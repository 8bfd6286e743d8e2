-- The role of simulations: it reads what a decision sees, names of nobody, and writes only what
-- simulations found. So no simulation can change anything that is owed.

DO $$
BEGIN
  BEGIN
    CREATE ROLE tasfiya_simulator NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  GRANT tasfiya_simulator TO CURRENT_USER;
  GRANT USAGE ON SCHEMA public TO tasfiya_simulator;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(text, text, text) TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT ON care_sheets, decisions, decision_lines, family_history, insured, affiliations,
  entitlements, certificates, providers, provider_activity, organisations, acts, medicines,
  tariffs, scheme_management, ruleset_versions, ruleset_publications, installation
  TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT (sheet_id, submitter_id, fund_id, facts) ON care_sheet_documents
  TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT (insured_id, birth_date, sex, death_date, recorded_revision, superseded_revision)
  ON insured_persons TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT (insured_id, rank, relationship, birth_date, sex, death_date, attached_from,
  attached_to, student_from, student_to, disabled, recorded_revision, superseded_revision)
  ON dependants TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT (id) ON outbox_chunks TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT, INSERT ON simulations, simulation_shards, simulation_batches, simulation_changes
  TO tasfiya_simulator;
--> statement-breakpoint
GRANT UPDATE (status, left_out, rings, moved_at, finished_at, report, report_hash)
  ON simulations TO tasfiya_simulator;
--> statement-breakpoint
GRANT UPDATE (done, starts, moved_at, result) ON simulation_shards TO tasfiya_simulator;
--> statement-breakpoint
GRANT DELETE ON simulation_batches, simulation_changes TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT ON simulations, simulation_shards, simulation_changes TO tasfiya_reader;
--> statement-breakpoint
GRANT SELECT ON simulations, simulation_shards, simulation_batches, simulation_changes
  TO tasfiya_auditor;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['care_sheets', 'care_sheet_documents', 'decisions',
    'decision_lines', 'family_history', 'insured', 'insured_persons', 'dependants',
    'affiliations', 'entitlements', 'certificates']
  LOOP
    EXECUTE format('CREATE POLICY simulation ON %I FOR SELECT TO tasfiya_simulator
      USING (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['simulations', 'simulation_shards', 'simulation_batches',
    'simulation_changes']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY engine ON %I TO tasfiya_simulator
      USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO tasfiya_auditor USING (true)', name);
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO tasfiya_reader
      USING (organisation_id = current_organisation())', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was asked never changes, and what is finished stays as it is.
CREATE FUNCTION guard_simulation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('done', 'cancelled', 'failed')
    OR NOT (NEW.status = OLD.status OR (CASE OLD.status
      WHEN 'planning' THEN NEW.status IN ('running', 'cancelled', 'failed')
      WHEN 'running' THEN NEW.status IN ('done', 'cancelled', 'failed')
      ELSE false END))
  THEN
    RAISE EXCEPTION 'a simulation does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON simulations
  FOR EACH ROW EXECUTE FUNCTION guard_simulation();
--> statement-breakpoint
DO $$
BEGIN
  ALTER TABLE simulation_changes ALTER COLUMN changes SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  -- A server that was built without lz4 compresses as it did.
  NULL;
END $$;
--> statement-breakpoint
-- A period is found by its dates of care, which come about in the order of receipt.
CREATE INDEX care_sheets_care_on ON care_sheets USING brin (care_on)
  WITH (pages_per_range = 32, autosummarize = on);
