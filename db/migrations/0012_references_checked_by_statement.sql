-- What a hot table refers to is looked up once a statement, for all of its rows together. A foreign
-- key asks for each row alone, which was a quarter of all that Postgres did for a care sheet, and
-- locks what is referred to. What is referred to here cannot go away: sheets, decisions, ledger
-- transactions and organisations are never deleted, and their keys never change (triggers).

CREATE FUNCTION keep_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an organisation is never deleted, and keeps its id'
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON organisations
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation();
--> statement-breakpoint
CREATE TRIGGER keeps_id BEFORE UPDATE ON organisations
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_organisation();
--> statement-breakpoint

-- Each function sees the rows that a statement added. The look-up is lateral, so that it goes by key
-- whatever the size of the table was when its plan was made.
CREATE FUNCTION check_organisations_exist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT submitter_id AS id FROM added UNION SELECT fund_id FROM added) wanted
    LEFT JOIN LATERAL (SELECT true AS found FROM organisations
      WHERE id = wanted.id OFFSET 0) organisation ON true
    WHERE organisation.found IS NULL)
  THEN
    RAISE EXCEPTION 'a row of % names an organisation that is not there', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION check_sheets_exist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
    LEFT JOIN LATERAL (SELECT true AS found FROM care_sheets
      WHERE (id, submitter_id, fund_id) = (added.sheet_id, added.submitter_id, added.fund_id)
      OFFSET 0) sheet ON true
    WHERE sheet.found IS NULL)
  THEN
    RAISE EXCEPTION 'a row of % names a care sheet that is not there', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION check_decisions_exist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT sheet_id, revision, submitter_id, fund_id FROM added) wanted
    LEFT JOIN LATERAL (SELECT true AS found FROM decisions
      WHERE (sheet_id, revision, submitter_id, fund_id)
        = (wanted.sheet_id, wanted.revision, wanted.submitter_id, wanted.fund_id)
      OFFSET 0) decision ON true
    WHERE decision.found IS NULL)
  THEN
    RAISE EXCEPTION 'a row of % names a decision that is not there', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION check_transactions_exist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT transaction_id, fund_id FROM added) wanted
    LEFT JOIN LATERAL (SELECT true AS found FROM ledger_transactions
      WHERE (id, fund_id) = (wanted.transaction_id, wanted.fund_id) OFFSET 0) posted ON true
    WHERE posted.found IS NULL)
  THEN
    RAISE EXCEPTION 'a row of % names a transaction that is not there', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE names text[];
BEGIN
  FOREACH names SLICE 1 IN ARRAY ARRAY[
    ['care_sheets', 'organisations'],
    ['care_sheet_documents', 'sheets'],
    ['idempotency_keys', 'sheets'],
    ['decisions', 'sheets'],
    ['events', 'sheets'],
    ['decision_lines', 'decisions'],
    ['family_history', 'decisions'],
    ['consumptions', 'decisions'],
    ['ledger_postings', 'transactions']]
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      names[2] || '_exist', names[1], 'check_' || names[2] || '_exist');
  END LOOP;
END $$;
--> statement-breakpoint
-- The rows are looked up as whoever adds them: an id, and the two organisations of it.
GRANT SELECT (fund_id) ON care_sheets TO tasfiya_intake;
