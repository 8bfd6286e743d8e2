-- The lines of a decision are kept once, in its content, as the lines of a sheet are in its facts: a
-- view shows them as rows. They were a third of the rows that a care sheet took, and were written
-- for nobody but whoever checks them.

DROP TABLE decision_lines CASCADE;
--> statement-breakpoint
-- Both forms of a stored decision: lists (src/domain/adjudication/content/encode-decision.ts), and
-- objects before them.
CREATE VIEW decision_lines WITH (security_invoker = true) AS
SELECT d.sheet_id, d.submitter_id, d.fund_id, d.revision, d.record_revision,
  coalesce(line ->> 0, line ->> 'number')::smallint AS line_number,
  coalesce(line ->> 2, line ->> 'outcome') AS outcome,
  coalesce(line ->> 4, line ->> 'unitsAllowed')::integer AS units_allowed,
  coalesce(line ->> 3, line ->> 'tariff')::bigint AS tariff,
  coalesce(amounts ->> 0, amounts ->> 'submitted')::bigint AS submitted,
  coalesce(amounts ->> 1, amounts ->> 'eligible')::bigint AS eligible,
  coalesce(amounts ->> 2, amounts ->> 'benefit')::bigint AS benefit,
  coalesce(amounts ->> 3, amounts ->> 'copay')::bigint AS copay,
  coalesce(amounts ->> 4, amounts ->> 'overCap')::bigint AS over_cap,
  coalesce(amounts ->> 5, amounts ->> 'excess')::bigint AS excess,
  coalesce(amounts ->> 6, amounts ->> 'disallowed')::bigint AS disallowed,
  ARRAY(SELECT coalesce(reason ->> 0, reason ->> 'code')
    FROM jsonb_array_elements(coalesce(line -> 6, line -> 'reasons')) AS reason) AS reasons,
  coalesce(line ->> 'ruleset', parsed.content -> 3 ->> (line ->> 1)::int) AS ruleset
FROM decisions AS d
CROSS JOIN LATERAL (SELECT d.content::jsonb AS content OFFSET 0) AS parsed
CROSS JOIN LATERAL jsonb_array_elements(
  coalesce(parsed.content -> 4, parsed.content -> 'lines')) AS line
CROSS JOIN LATERAL (
  SELECT nullif(coalesce(line -> 5, line -> 'amounts'), 'null') AS amounts OFFSET 0) AS priced;
--> statement-breakpoint
GRANT SELECT ON decision_lines TO tasfiya_reader, tasfiya_worker, tasfiya_settlement,
  tasfiya_auditor;
--> statement-breakpoint
-- Of the tables cut by month, one is left.
CREATE OR REPLACE FUNCTION add_months(ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  begun date := date_trunc('month', now() AT TIME ZONE 'Africa/Casablanca')::date;
  month date;
  part text;
  added integer := 0;
BEGIN
  IF ahead NOT BETWEEN 0 AND 60 THEN RAISE EXCEPTION 'between 0 and 60 months'; END IF;
  PERFORM pg_advisory_xact_lock(7264005);
  FOR month IN SELECT generate_series(begun, begun + make_interval(months => ahead), '1 month')
  LOOP
    part := 'care_sheet_documents_' || to_char(month, 'YYYYMM');
    CONTINUE WHEN to_regclass('public.' || quote_ident(part)) IS NOT NULL;
    PERFORM public.add_part('care_sheet_documents', part, format('FOR VALUES FROM (%s) TO (%s)',
      to_char(month, 'YYYYMM') || '000000000',
      to_char(month + interval '1 month', 'YYYYMM') || '000000000'));
    added := added + 1;
  END LOOP;
  RETURN added;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION detach_month(month integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE part text := 'care_sheet_documents_' || month;
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
  EXECUTE format('ALTER TABLE public.care_sheet_documents DETACH PARTITION public.%I', part);
  EXECUTE format('ALTER TABLE public.%I SET SCHEMA archive', part);
END $$;
