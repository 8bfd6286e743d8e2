-- Facts and decisions are stored shorter, and in an order that serves whoever reads many. What was
-- stored before stays as it is: views show every form with the same columns.

-- As lists (src/domain/care-sheet/stored-sheet.ts), and as objects before.
CREATE VIEW care_sheet_facts WITH (security_invoker = true) AS
SELECT d.sheet_id, d.submitter_id, d.fund_id,
  coalesce(sheet ->> 1, sheet ->> 'number') AS number,
  coalesce(sheet ->> 2, sheet ->> 'fund') AS fund,
  coalesce(sheet ->> 3, sheet #>> '{insured,issuer}') AS insured_issuer,
  coalesce(sheet ->> 4, sheet #>> '{insured,number}') AS insured_number,
  coalesce(sheet ->> 8, sheet ->> 'provider') AS provider,
  coalesce(sheet #>> '{12,0}', sheet #>> '{stay,admission}')::date AS admission,
  coalesce(sheet ->> 14, sheet ->> 'receivedOn')::date AS received_on,
  coalesce(sheet -> 15, sheet -> 'lines') AS lines
FROM care_sheet_documents AS d
CROSS JOIN LATERAL (SELECT d.facts::jsonb AS sheet OFFSET 0) AS parsed;
--> statement-breakpoint
GRANT SELECT ON care_sheet_facts TO tasfiya_reader, tasfiya_worker, tasfiya_auditor;
--> statement-breakpoint
CREATE OR REPLACE VIEW care_sheet_lines WITH (security_invoker = true) AS
SELECT f.sheet_id, f.submitter_id, f.fund_id,
  coalesce(line ->> 0, line ->> 'number')::smallint AS line_number,
  coalesce(line ->> 1, line ->> 'kind') AS kind,
  coalesce(line ->> 2, line ->> 'code') AS code,
  coalesce(line ->> 5, line ->> 'quantity')::integer AS quantity,
  coalesce(line ->> 6, line ->> 'unitPrice')::bigint AS unit_price,
  coalesce(line ->> 7, line ->> 'date')::date AS care_on
FROM care_sheet_facts AS f, jsonb_array_elements(f.lines) AS line;
--> statement-breakpoint
-- Every form of a stored decision: two lines of JSON, the first of which says what was decided
-- (src/domain/adjudication/content/encode-decision.ts), one list, and objects before them.
CREATE OR REPLACE VIEW decision_lines WITH (security_invoker = true) AS
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
CROSS JOIN LATERAL (SELECT split_part(d.content, chr(10), 1)::jsonb AS content OFFSET 0) AS parsed
CROSS JOIN LATERAL jsonb_array_elements(
  coalesce(parsed.content -> 4, parsed.content -> 'lines')) AS line
CROSS JOIN LATERAL (
  SELECT nullif(coalesce(line -> 5, line -> 'amounts'), 'null') AS amounts OFFSET 0) AS priced;
