-- Files of care sheets belong to the organisation that sent them, and only the simulator writes
-- them: their sheets come, are read, and go as they came.

GRANT SELECT, INSERT ON simulation_files, simulation_sheets TO tasfiya_simulator;
--> statement-breakpoint
GRANT UPDATE (status, sheets, refused, care_from, care_to, content_hash, expires_at)
  ON simulation_files TO tasfiya_simulator;
--> statement-breakpoint
GRANT DELETE ON simulation_sheets TO tasfiya_simulator;
--> statement-breakpoint
GRANT SELECT ON simulation_files TO tasfiya_reader;
--> statement-breakpoint
GRANT SELECT ON simulation_files, simulation_sheets TO tasfiya_auditor;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['simulation_files', 'simulation_sheets']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY engine ON %I TO tasfiya_simulator
      USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO tasfiya_auditor USING (true)', name);
  END LOOP;
  CREATE POLICY reader ON simulation_files FOR SELECT TO tasfiya_reader
    USING (organisation_id = current_organisation());
END $$;
--> statement-breakpoint
-- What a report names by its hash does not change: a whole file only expires.
CREATE FUNCTION guard_simulation_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'gone'
    OR (OLD.status = 'whole' AND (NEW.status = 'open'
      OR (NEW.sheets, NEW.refused, NEW.care_from, NEW.care_to, NEW.content_hash)
        IS DISTINCT FROM (OLD.sheets, OLD.refused, OLD.care_from, OLD.care_to, OLD.content_hash)))
  THEN
    RAISE EXCEPTION 'a file that is % does not change', OLD.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON simulation_files
  FOR EACH ROW EXECUTE FUNCTION guard_simulation_file();
--> statement-breakpoint
-- A file that is whole gets no further sheet.
CREATE FUNCTION guard_simulation_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added JOIN simulation_files f ON f.id = added.file_id
    WHERE f.status <> 'open')
  THEN
    RAISE EXCEPTION 'a file that is whole gets no further sheet'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard AFTER INSERT ON simulation_sheets REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_simulation_sheet();
