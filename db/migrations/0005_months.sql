-- What is large and never changes is cut by the month of receipt, which the ids of sheets now
-- begin with (yyyymm, then nine digits), so that an old month can be detached and kept elsewhere.
-- The lines of a sheet are kept once, in its facts; a view shows them as rows.

DROP TABLE care_sheet_lines;
--> statement-breakpoint
-- 1. The key of an event is the order of a fund's feed, so that order needs no index of its own --

DROP INDEX events_fund;
--> statement-breakpoint
ALTER TABLE events DROP CONSTRAINT events_pkey;
--> statement-breakpoint
ALTER TABLE events ADD CONSTRAINT events_pkey
  PRIMARY KEY (fund_id, epoch, xid, id, submitter_id);
--> statement-breakpoint

-- 2. Partitioned tables: what was there becomes the part whose ids name no month ----------------

ALTER TABLE care_sheet_documents RENAME TO care_sheet_documents_earlier;
--> statement-breakpoint
ALTER TABLE care_sheet_documents_earlier
  RENAME CONSTRAINT care_sheet_documents_pkey TO care_sheet_documents_earlier_pkey;
--> statement-breakpoint
CREATE TABLE care_sheet_documents
  (LIKE care_sheet_documents_earlier INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
  PARTITION BY RANGE (sheet_id);
--> statement-breakpoint
ALTER TABLE care_sheet_documents
  ADD CONSTRAINT care_sheet_documents_pkey PRIMARY KEY (sheet_id, submitter_id, fund_id),
  ADD CONSTRAINT care_sheet_documents_sheet_fkey FOREIGN KEY (sheet_id, submitter_id, fund_id)
    REFERENCES care_sheets (id, submitter_id, fund_id);
--> statement-breakpoint
ALTER TABLE decision_lines RENAME TO decision_lines_earlier;
--> statement-breakpoint
ALTER TABLE decision_lines_earlier
  RENAME CONSTRAINT decision_lines_pkey TO decision_lines_earlier_pkey;
--> statement-breakpoint
CREATE TABLE decision_lines
  (LIKE decision_lines_earlier INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
  PARTITION BY RANGE (sheet_id);
--> statement-breakpoint
ALTER TABLE decision_lines
  ADD CONSTRAINT decision_lines_pkey
    PRIMARY KEY (sheet_id, revision, line_number, submitter_id, fund_id),
  ADD CONSTRAINT decision_lines_decision_fkey
    FOREIGN KEY (sheet_id, revision, submitter_id, fund_id)
    REFERENCES decisions (sheet_id, revision, submitter_id, fund_id);
--> statement-breakpoint
DO $$
DECLARE parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['care_sheet_documents', 'decision_lines'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', parent);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', parent);
    EXECUTE format('CREATE POLICY engine ON %I TO tasfiya_intake, tasfiya_worker,
      tasfiya_settlement, tasfiya_operator USING (true) WITH CHECK (true)', parent);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO tasfiya_auditor USING (true)',
      parent);
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO tasfiya_reader
      USING (submitter_id = current_organisation() OR fund_id = current_organisation())', parent);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()', parent);
    EXECUTE format('REVOKE ALL ON %I FROM tasfiya_intake, tasfiya_reader, tasfiya_worker,
      tasfiya_settlement, tasfiya_operator, tasfiya_auditor', parent || '_earlier');
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%s)',
      parent, parent || '_earlier', 200001000000000);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT ON care_sheet_documents TO tasfiya_intake;
--> statement-breakpoint
GRANT INSERT ON decision_lines TO tasfiya_worker;
--> statement-breakpoint
GRANT SELECT ON care_sheet_documents, decision_lines
  TO tasfiya_reader, tasfiya_worker, tasfiya_auditor;
--> statement-breakpoint
GRANT SELECT ON decision_lines TO tasfiya_settlement;
--> statement-breakpoint

CREATE VIEW care_sheet_lines WITH (security_invoker = true) AS
SELECT d.sheet_id, d.submitter_id, d.fund_id, (line ->> 'number')::smallint AS line_number,
  line ->> 'kind' AS kind, line ->> 'code' AS code, (line ->> 'quantity')::integer AS quantity,
  (line ->> 'unitPrice')::bigint AS unit_price, (line ->> 'date')::date AS care_on
FROM care_sheet_documents AS d, jsonb_array_elements(d.facts::jsonb -> 'lines') AS line;
--> statement-breakpoint
GRANT SELECT ON care_sheet_lines TO tasfiya_reader, tasfiya_worker, tasfiya_auditor;
--> statement-breakpoint

CREATE SCHEMA archive;
--> statement-breakpoint
CREATE TABLE archived_months (
	"month" integer PRIMARY KEY NOT NULL,
	"archived_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint

-- 3. Months ahead of those that have begun; the default part is for when nobody made them -------

-- A part is reached through its table only: no role has a right to it of its own.
CREATE FUNCTION add_part(parent text, part text, bounds text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
    part, parent);
  EXECUTE format('ALTER TABLE public.%I SET (autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05)', part);
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON public.%I
    FOR EACH STATEMENT EXECUTE FUNCTION public.forbid_change()', part);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I %s', parent, part, bounds);
END $$;
--> statement-breakpoint
CREATE FUNCTION add_months(ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  begun date := date_trunc('month', now() AT TIME ZONE 'Africa/Casablanca')::date;
  month date;
  parent text;
  part text;
  added integer := 0;
BEGIN
  IF ahead NOT BETWEEN 0 AND 60 THEN RAISE EXCEPTION 'between 0 and 60 months'; END IF;
  PERFORM pg_advisory_xact_lock(7264005);
  FOR month IN SELECT generate_series(begun, begun + make_interval(months => ahead), '1 month')
  LOOP
    FOREACH parent IN ARRAY ARRAY['care_sheet_documents', 'decision_lines'] LOOP
      part := parent || '_' || to_char(month, 'YYYYMM');
      CONTINUE WHEN to_regclass('public.' || quote_ident(part)) IS NOT NULL;
      PERFORM public.add_part(parent, part, format('FOR VALUES FROM (%s) TO (%s)',
        to_char(month, 'YYYYMM') || '000000000',
        to_char(month + interval '1 month', 'YYYYMM') || '000000000'));
      added := added + 1;
    END LOOP;
  END LOOP;
  RETURN added;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION add_part(text, text, text), add_months(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION add_months(integer) TO tasfiya_worker;
--> statement-breakpoint
-- For the owner, when a month is to be kept elsewhere: its parts become tables of the schema
-- archive, and what looks for its sheets knows that they are away.
CREATE FUNCTION detach_month(month integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE parent text;
BEGIN
  IF month >= to_char(now() AT TIME ZONE 'Africa/Casablanca', 'YYYYMM')::integer THEN
    RAISE EXCEPTION 'month % is not over', month;
  END IF;
  IF EXISTS (SELECT FROM public.care_sheets WHERE id >= month * 1000000000::bigint
    AND id < (month + 1) * 1000000000::bigint AND status IN ('received', 'pended', 'returned',
      'quarantined', 'decided') AND (status <> 'decided' OR benefit > 0))
  THEN
    RAISE EXCEPTION 'sheets of month % still wait for a decision or a payment', month;
  END IF;
  INSERT INTO public.archived_months (month) VALUES (month);
  FOREACH parent IN ARRAY ARRAY['care_sheet_documents', 'decision_lines'] LOOP
    EXECUTE format('ALTER TABLE public.%I DETACH PARTITION public.%I', parent,
      parent || '_' || month);
    EXECUTE format('ALTER TABLE public.%I SET SCHEMA archive', parent || '_' || month);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION detach_month(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON archived_months TO tasfiya_auditor, tasfiya_worker, tasfiya_reader;
--> statement-breakpoint
SELECT add_part('care_sheet_documents', 'care_sheet_documents_other', 'DEFAULT'),
  add_part('decision_lines', 'decision_lines_other', 'DEFAULT'),
  add_months(12);
--> statement-breakpoint

-- 4. Storage: nothing large waits for pglz; what grows is vacuumed before it is large -----------

DO $$
BEGIN
  ALTER TABLE decisions ALTER COLUMN content SET COMPRESSION lz4;
  ALTER TABLE care_sheet_documents ALTER COLUMN document SET COMPRESSION lz4,
    ALTER COLUMN facts SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  -- A server that was built without lz4 compresses as it did.
  NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['decisions', 'family_history', 'events', 'idempotency_keys',
    'ledger_transactions', 'ledger_postings', 'consumptions', 'audit_entries']
  LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_insert_scale_factor = 0.05,
      autovacuum_analyze_scale_factor = 0.05)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Every head is moved once or twice soon after it came, then stays.
ALTER TABLE care_sheets SET (autovacuum_vacuum_scale_factor = 0.05,
  autovacuum_analyze_scale_factor = 0.05);
--> statement-breakpoint
ALTER TABLE accumulators SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
-- Small, and changed all the time: a scan of what is dead would soon cost more than the work.
ALTER TABLE outbox_chunks SET (autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000);
