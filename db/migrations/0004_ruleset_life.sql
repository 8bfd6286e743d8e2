-- The life of a ruleset version: who may do it, along which ways, and never by one person alone.

DO $$
BEGIN
  BEGIN
    CREATE ROLE tasfiya_rules NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  GRANT tasfiya_rules TO CURRENT_USER;
  GRANT USAGE ON SCHEMA public TO tasfiya_rules;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(text, text, text) TO tasfiya_rules;
--> statement-breakpoint
GRANT SELECT ON ruleset_versions, ruleset_steps, ruleset_publications, installation,
  organisations, acts, medicines, tariffs, scheme_management TO tasfiya_rules;
--> statement-breakpoint
GRANT INSERT ON ruleset_versions, ruleset_steps, ruleset_publications, revisions TO tasfiya_rules;
--> statement-breakpoint
GRANT UPDATE (status, approver, document, content_hash) ON ruleset_versions TO tasfiya_rules;
--> statement-breakpoint
GRANT UPDATE (superseded_revision) ON ruleset_publications TO tasfiya_rules;
--> statement-breakpoint
GRANT UPDATE (revision) ON installation TO tasfiya_rules;
--> statement-breakpoint
GRANT SELECT ON ruleset_steps TO tasfiya_reader, tasfiya_auditor, tasfiya_operator;
--> statement-breakpoint
GRANT INSERT ON ruleset_steps TO tasfiya_operator;
--> statement-breakpoint
-- What was published until now was written by its author, approved and published by its approver.
INSERT INTO ruleset_steps (code, version, number, kind, actor, at, content_hash, document)
SELECT code, version, step.number, step.kind,
  CASE step.number WHEN 1 THEN author ELSE approver END, created_at, content_hash,
  CASE step.number WHEN 1 THEN document END
FROM ruleset_versions
CROSS JOIN (VALUES (1, 'created'), (2, 'approved'), (3, 'published')) AS step (number, kind)
WHERE step.number = 1 OR approver IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ruleset_steps
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON ruleset_versions
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
--> statement-breakpoint
-- A version goes along the allowed ways only; its content changes in a draft, and its approver
-- comes with the approval, from somebody who had no hand in it.
CREATE OR REPLACE FUNCTION guard_ruleset_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.code, NEW.version, NEW.author, NEW.created_at)
    IS DISTINCT FROM (OLD.code, OLD.version, OLD.author, OLD.created_at)
    OR OLD.status <> 'draft'
      AND (NEW.document, NEW.content_hash) IS DISTINCT FROM (OLD.document, OLD.content_hash)
    OR NEW.approver IS DISTINCT FROM OLD.approver
      AND NOT (OLD.status = 'submitted' AND NEW.status = 'approved')
  THEN
    RAISE EXCEPTION 'a ruleset version changes in its draft only'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status <> OLD.status AND NOT (CASE OLD.status
    WHEN 'draft' THEN NEW.status IN ('submitted', 'withdrawn')
    WHEN 'submitted' THEN NEW.status IN ('draft', 'approved', 'withdrawn')
    WHEN 'approved' THEN NEW.status IN ('published', 'withdrawn')
    WHEN 'published' THEN NEW.status = 'withdrawn'
    ELSE false END)
  THEN
    RAISE EXCEPTION 'a ruleset version does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'approved' AND OLD.status = 'submitted' AND (NEW.approver IS NULL
    OR NEW.approver = NEW.author OR EXISTS (
      SELECT 1 FROM ruleset_steps s WHERE (s.code, s.version) = (NEW.code, NEW.version)
        AND s.kind IN ('created', 'saved', 'submitted') AND s.actor = NEW.approver))
  THEN
    RAISE EXCEPTION 'a ruleset version is approved by somebody who did not write it'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
