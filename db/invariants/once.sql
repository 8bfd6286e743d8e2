-- name: one-sheet-one-id
-- No two sheets bear the same id, and no sender uses a number twice.
SELECT id::text AS id FROM care_sheets GROUP BY care_sheets.id HAVING count(*) > 1
UNION ALL
SELECT min(id)::text FROM care_sheets GROUP BY submitter_id, number HAVING count(*) > 1

-- name: revisions-without-gap
-- The decisions of a sheet are numbered 1 to n without a gap.
SELECT sheet_id::text AS id
FROM decisions GROUP BY sheet_id, submitter_id, fund_id
HAVING min(revision) <> 1 OR max(revision) <> count(*)

-- name: head-agrees
-- The head of a sheet says what its newest decision says, and its status fits.
SELECT s.id::text AS id
FROM care_sheets s
LEFT JOIN (
  SELECT DISTINCT ON (sheet_id, submitter_id, fund_id) *
  FROM decisions ORDER BY sheet_id, submitter_id, fund_id, revision DESC
) d ON (d.sheet_id, d.submitter_id, d.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE s.revision <> coalesce(d.revision, 0)
   OR s.outcome IS DISTINCT FROM d.outcome
   OR (d.revision IS NOT NULL AND (s.payee_kind, s.payee_key, s.decided_on)
      IS DISTINCT FROM (d.payee_kind, d.payee_key, d.decided_on))
   OR (s.status NOT IN ('cancelled', 'reversed') AND s.benefit
      <> CASE WHEN d.outcome = 'pended' THEN 0 ELSE coalesce(d.benefit, 0) END)
   OR (s.status IN ('decided', 'settled', 'reversed')
      AND coalesce(d.outcome, 'pended') = 'pended')
   OR (s.status IN ('received', 'pended', 'returned', 'quarantined')
      AND coalesce(d.outcome, 'pended') <> 'pended')
   OR (s.status = 'pended' AND d.outcome IS NULL)

-- name: decided-once
-- A final decision is the last one of its sheet, unless it was taken back.
SELECT d.sheet_id::text AS id
FROM decisions d
WHERE d.outcome <> 'pended'
  AND EXISTS (SELECT 1 FROM decisions n
    WHERE (n.sheet_id, n.submitter_id, n.fund_id) = (d.sheet_id, d.submitter_id, d.fund_id)
      AND n.revision > d.revision)
  AND NOT EXISTS (SELECT 1 FROM family_history h
    WHERE h.kind = 'reversal' AND (h.sheet_id, h.revision, h.submitter_id, h.fund_id)
      = (d.sheet_id, d.revision, d.submitter_id, d.fund_id))

-- name: received-is-in-the-outbox
-- Every sheet that waits for its decision is named by a row of the outbox, at every moment.
SELECT s.id::text AS id
FROM care_sheets s
WHERE s.status = 'received'
  AND NOT s.id <@ (
    SELECT coalesce(range_agg(int8range(first_id, last_id, '[]')), '{}') FROM outbox_chunks)

-- name: quarantine-is-open
-- A sheet in quarantine has exactly one open row that says why, and no other sheet has one.
SELECT s.id::text AS id
FROM care_sheets s
LEFT JOIN (
  SELECT sheet_id, submitter_id, fund_id, count(*) AS open
  FROM quarantines WHERE requeued_at IS NULL GROUP BY 1, 2, 3
) q ON (q.sheet_id, q.submitter_id, q.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE (s.status = 'quarantined' AND q.open IS DISTINCT FROM 1)
   OR (s.status NOT IN ('quarantined', 'cancelled') AND q.open > 0)

-- name: paid-at-most-once
-- A sheet is paid in one batch at most, under its newest final decision, and its head says so.
SELECT e.sheet_id::text AS id
FROM settlement_entries e GROUP BY e.sheet_id, e.submitter_id, e.fund_id HAVING count(*) > 1
UNION ALL
SELECT s.id::text
FROM care_sheets s
LEFT JOIN settlement_entries e
  ON (e.sheet_id, e.submitter_id, e.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE (s.status = 'settled' OR s.batch_number IS NOT NULL OR e.sheet_id IS NOT NULL)
  AND s.status <> 'reversed'
  AND (s.status <> 'settled' OR (s.batch_number, s.revision)
    IS DISTINCT FROM (e.batch_number, e.revision))
