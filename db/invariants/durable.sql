-- name: acknowledged-is-whole
-- Every acknowledged sheet has what was sent, its facts and the key under which it was sent.
SELECT s.id::text AS id
FROM care_sheets s
LEFT JOIN care_sheet_documents d
  ON (d.sheet_id, d.submitter_id, d.fund_id) = (s.id, s.submitter_id, s.fund_id)
LEFT JOIN (
  SELECT sheet_id, submitter_id, fund_id, count(*) AS keys, min(body_hash) AS body_hash
  FROM idempotency_keys GROUP BY 1, 2, 3
) k ON (k.sheet_id, k.submitter_id, k.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE NOT EXISTS (SELECT FROM archived_months a WHERE a.month = s.id / 1000000000)
  AND (d.facts IS NULL OR k.keys IS DISTINCT FROM 1 OR k.body_hash <> d.body_hash)

-- name: facts-agree-with-head
-- The facts that a decision reads are those of the head and the lines.
SELECT s.id::text AS id
FROM care_sheets s
JOIN care_sheet_facts f
  ON (f.sheet_id, f.submitter_id, f.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE (s.number, s.provider, s.insured_issuer, s.insured_number, s.received_on)
    IS DISTINCT FROM (f.number, f.provider, f.insured_issuer, f.insured_number, f.received_on)
   OR s.fund_id IS DISTINCT FROM (SELECT o.id FROM organisations o WHERE o.code = f.fund)
   OR s.submitted IS DISTINCT FROM (
     SELECT sum(coalesce(line ->> 5, line ->> 'quantity')::bigint
       * coalesce(line ->> 6, line ->> 'unitPrice')::bigint)
     FROM jsonb_array_elements(f.lines) AS line)

-- name: named-is-there
-- What a row refers to is there: its sheet, decision, transaction or organisations.
SELECT concat_ws(':', 'care_sheet_documents', r.sheet_id) AS id
FROM care_sheet_documents r LEFT JOIN care_sheets s
  ON (s.id, s.submitter_id, s.fund_id) = (r.sheet_id, r.submitter_id, r.fund_id)
WHERE s.id IS NULL
UNION ALL
SELECT concat_ws(':', 'idempotency_keys', r.sheet_id)
FROM idempotency_keys r LEFT JOIN care_sheets s
  ON (s.id, s.submitter_id, s.fund_id) = (r.sheet_id, r.submitter_id, r.fund_id)
WHERE s.id IS NULL
UNION ALL
SELECT concat_ws(':', 'decisions', r.sheet_id)
FROM decisions r LEFT JOIN care_sheets s
  ON (s.id, s.submitter_id, s.fund_id) = (r.sheet_id, r.submitter_id, r.fund_id)
WHERE s.id IS NULL
UNION ALL
SELECT concat_ws(':', 'events', r.sheet_id)
FROM events r LEFT JOIN care_sheets s
  ON (s.id, s.submitter_id, s.fund_id) = (r.sheet_id, r.submitter_id, r.fund_id)
WHERE s.id IS NULL
UNION ALL
SELECT concat_ws(':', 'family_history', r.sheet_id, r.revision)
FROM family_history r LEFT JOIN decisions d ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
  = (r.sheet_id, r.revision, r.submitter_id, r.fund_id)
WHERE d.sheet_id IS NULL
UNION ALL
SELECT concat_ws(':', 'consumptions', r.sheet_id, r.revision)
FROM consumptions r LEFT JOIN decisions d ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
  = (r.sheet_id, r.revision, r.submitter_id, r.fund_id)
WHERE d.sheet_id IS NULL
UNION ALL
SELECT concat_ws(':', 'ledger_postings', r.transaction_id)
FROM ledger_postings r LEFT JOIN ledger_transactions t
  ON (t.id, t.fund_id) = (r.transaction_id, r.fund_id)
WHERE t.id IS NULL
UNION ALL
SELECT concat_ws(':', 'care_sheets', r.id)
FROM care_sheets r
LEFT JOIN organisations submitter ON submitter.id = r.submitter_id
LEFT JOIN organisations fund ON fund.id = r.fund_id
WHERE submitter.id IS NULL OR fund.id IS NULL
