-- name: transactions-whole
-- A transaction has postings numbered 1 to n, each of a positive amount between two accounts.
SELECT t.id::text AS id
FROM ledger_transactions t
LEFT JOIN ledger_postings p ON (p.transaction_id, p.fund_id) = (t.id, t.fund_id)
GROUP BY t.id, t.fund_id
HAVING count(p.position) = 0 OR min(p.position) <> 1 OR max(p.position) <> count(p.position)
  OR min(p.amount) <= 0 OR bool_or(p.debit = p.credit)

-- name: posted-once
-- A decision, a reversal, a sealing and a payment are each posted once.
SELECT min(id)::text AS id
FROM ledger_transactions GROUP BY fund_id, subject, kind HAVING count(*) > 1

-- name: decision-posted
-- What a final decision owes is posted, to the centime; nothing else is posted of a decision.
SELECT coalesce(o.subject, p.subject) AS id
FROM (
  SELECT fund_id, concat('sheet:', sheet_id, ':', revision) AS subject, benefit
  FROM decisions WHERE outcome <> 'pended' AND benefit > 0
) o
FULL JOIN (
  SELECT t.fund_id, t.subject, coalesce(sum(p.amount), 0) AS posted
  FROM ledger_transactions t
  LEFT JOIN ledger_postings p ON (p.transaction_id, p.fund_id) = (t.id, t.fund_id)
  WHERE t.kind = 'decision' GROUP BY t.id, t.fund_id, t.subject
) p USING (fund_id, subject)
WHERE o.benefit IS DISTINCT FROM p.posted

-- name: reversal-undoes
-- A reversal names one decision that was posted, and posts the same amounts the other way.
SELECT r.subject AS id
FROM ledger_transactions r
LEFT JOIN ledger_transactions d
  ON (d.fund_id, d.subject, d.kind) = (r.fund_id, r.subject, 'decision')
WHERE r.kind = 'reversal'
  AND (SELECT array_agg((debit, credit, amount) ORDER BY debit, credit, amount)
       FROM ledger_postings WHERE (transaction_id, fund_id) = (r.id, r.fund_id))
    IS DISTINCT FROM
      (SELECT array_agg((credit, debit, amount) ORDER BY credit, debit, amount)
       FROM ledger_postings WHERE (transaction_id, fund_id) = (d.id, d.fund_id))

-- name: batch-posted
-- The sealing of a batch posts what it owes, and marking it as paid posts that again as paid.
SELECT concat_ws(':', b.fund_id, b.number, k.kind) AS id
FROM settlement_batches b
CROSS JOIN (VALUES ('sealing'), ('payment')) AS k (kind)
LEFT JOIN (
  SELECT t.fund_id, t.subject, t.kind, sum(p.amount) AS posted
  FROM ledger_transactions t
  LEFT JOIN ledger_postings p ON (p.transaction_id, p.fund_id) = (t.id, t.fund_id)
  GROUP BY t.id, t.fund_id, t.subject, t.kind
) t ON (t.fund_id, t.subject, t.kind) = (b.fund_id, concat('batch:', b.number), k.kind)
WHERE t.posted IS DISTINCT FROM
  CASE WHEN k.kind = 'sealing' OR b.paid_at IS NOT NULL THEN b.benefit END

-- name: payables-are-open
-- What the ledger owes a payee is the sum of its decisions that no batch has paid yet.
SELECT DISTINCT concat_ws(':', fund_id, split_part(account, ':', 2)) AS id
FROM (
  SELECT fund_id, account, sum(amount) AS owed
  FROM (
    SELECT fund_id, credit AS account, amount FROM ledger_postings
    UNION ALL SELECT fund_id, debit, -amount FROM ledger_postings
  ) p
  WHERE account LIKE 'payable:%' GROUP BY 1, 2 HAVING sum(amount) <> 0
) l
FULL JOIN (
  SELECT fund_id, concat('payable:', payee_kind, ':', payee_key) AS account, sum(benefit) AS open
  FROM care_sheets WHERE status = 'decided' AND benefit > 0 GROUP BY 1, 2
) s USING (fund_id, account)
WHERE l.owed IS DISTINCT FROM s.open

-- name: transit-is-unpaid
-- What is on its way to the bank is the sum of the sealed batches that are not paid yet.
SELECT concat_ws(':', fund_id, account) AS id
FROM (
  SELECT fund_id, account, sum(amount) AS owed
  FROM (
    SELECT fund_id, credit AS account, amount FROM ledger_postings
    UNION ALL SELECT fund_id, debit, -amount FROM ledger_postings
  ) p
  WHERE account LIKE 'in-transit:%' GROUP BY 1, 2 HAVING sum(amount) <> 0
) l
FULL JOIN (
  SELECT fund_id, concat('in-transit:', number) AS account, benefit
  FROM settlement_batches WHERE paid_at IS NULL
) b USING (fund_id, account)
WHERE l.owed IS DISTINCT FROM b.benefit

-- name: accumulators-are-folds
-- An accumulator is the fold, by month of care, of what lines took and reversals gave back.
SELECT concat_ws(':', insured_id, cap, patient_rank, month) AS id
FROM (SELECT * FROM accumulators WHERE used <> 0) a
FULL JOIN (
  SELECT insured_id, fund_id, cap, patient_rank,
    date_trunc('month', care_on)::date AS month, sum(amount) AS taken
  FROM consumptions GROUP BY 1, 2, 3, 4, 5 HAVING sum(amount) <> 0
) c USING (insured_id, fund_id, cap, patient_rank, month)
WHERE a.used IS DISTINCT FROM c.taken

-- name: consumptions-are-history
-- What the limits of a family look at is what was taken from its caps, decision by decision.
SELECT concat_ws(':', sheet_id, revision, cap, line_number) AS id
FROM (
  SELECT h.sheet_id, h.revision, h.submitter_id, h.fund_id, h.insured_id, 
    coalesce(c ->> 'cap', c ->> 0) AS cap,
    coalesce(c ->> 'patientRank', c ->> 1, '-1')::int AS patient_rank,
    coalesce(c ->> 'lineNumber', c ->> 2)::int AS line_number,
    coalesce(c ->> 'date', c ->> 3)::date AS care_on,
    sum(coalesce(c ->> 'amount', c ->> 6)::bigint) AS amount
  FROM family_history h
  CROSS JOIN LATERAL jsonb_array_elements(h.consumptions::jsonb) AS c
  WHERE h.kind = 'decision' AND jsonb_typeof(c) <> 'string' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
) h
FULL JOIN (
  SELECT sheet_id, revision, submitter_id, fund_id, insured_id, cap, patient_rank, line_number,
    care_on, sum(amount) AS amount
  FROM consumptions WHERE amount >= 0 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
) c USING (sheet_id, revision, submitter_id, fund_id, insured_id, cap, patient_rank, line_number,
  care_on)
WHERE h.amount IS DISTINCT FROM c.amount

-- name: reversal-gives-back
-- A decision that was taken back took nothing in the end; only such a decision gave back.
SELECT concat_ws(':', sheet_id, revision, cap) AS id
FROM (
  SELECT sheet_id, revision, submitter_id, fund_id, cap, sum(amount) AS left_over,
    min(amount) AS least
  FROM consumptions GROUP BY 1, 2, 3, 4, 5
) c
LEFT JOIN (
  SELECT DISTINCT sheet_id, submitter_id, fund_id, true AS reversed
  FROM family_history WHERE kind = 'reversal'
) r USING (sheet_id, submitter_id, fund_id)
WHERE CASE WHEN r.reversed THEN c.left_over <> 0 ELSE c.least < 0 END

-- name: cap-never-exceeded
-- With each line that took from a cap, what was taken in its window is within the cap.
SELECT concat_ws(':', t.sheet_id, t.revision, t.cap) AS id
FROM (
  SELECT c.*, (k.cap_row ->> 'amount')::numeric * 100 AS cap_amount,
    CASE k.cap_row #>> '{window,kind}'
      WHEN 'calendar-year' THEN date_trunc('year', c.care_on) - interval '1 day'
      WHEN 'sliding-months' THEN
        c.care_on - make_interval(months => (k.cap_row #>> '{window,months}')::int)
      ELSE '-infinity' END AS after
  FROM consumptions c
  JOIN decision_lines l USING (sheet_id, revision, submitter_id, fund_id, line_number)
  JOIN ruleset_versions v ON concat_ws('@', v.code, v.version) = l.ruleset
  CROSS JOIN LATERAL (
    SELECT row AS cap_row FROM jsonb_array_elements(v.document::jsonb -> 'caps') row
    WHERE row ->> 'code' = c.cap
  ) k
  WHERE c.amount > 0 AND NOT EXISTS (
    SELECT 1 FROM family_history h WHERE h.kind = 'reversal'
      AND (h.sheet_id, h.submitter_id, h.fund_id) = (c.sheet_id, c.submitter_id, c.fund_id))
) t
WHERE t.cap_amount < (
  SELECT sum(u.amount) FROM consumptions u
  WHERE (u.insured_id, u.cap, u.patient_rank) = (t.insured_id, t.cap, t.patient_rank)
    AND u.care_on > t.after AND u.care_on <= t.care_on)
