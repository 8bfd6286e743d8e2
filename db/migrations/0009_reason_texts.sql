-- Texts of reasons: proposed by one, approved by another, and never changed after.

GRANT SELECT ON reason_versions TO tasfiya_reader, tasfiya_rules, tasfiya_auditor;
--> statement-breakpoint
GRANT INSERT ON reason_versions TO tasfiya_rules;
--> statement-breakpoint
GRANT UPDATE (status, approver, approved_at) ON reason_versions TO tasfiya_rules;
--> statement-breakpoint
CREATE FUNCTION guard_reason_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'proposed' OR NEW.status <> 'approved'
    OR to_jsonb(NEW) - 'status' - 'approver' - 'approved_at'
      <> to_jsonb(OLD) - 'status' - 'approver' - 'approved_at'
  THEN
    RAISE EXCEPTION 'a proposed text is only ever approved, once'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard BEFORE UPDATE ON reason_versions
  FOR EACH ROW EXECUTE FUNCTION guard_reason_version();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON reason_versions
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
