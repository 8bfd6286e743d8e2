-- name: line-conserved
-- The headings of a decided line add up to what was submitted, and none is negative.
SELECT concat_ws(':', sheet_id, revision, line_number) AS id
FROM decision_lines
WHERE num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed)
      <> CASE WHEN submitted IS NULL AND outcome = 'pended' THEN 7 ELSE 0 END
   OR submitted <> benefit + copay + over_cap + excess + disallowed
   OR eligible <> benefit + copay + over_cap
   OR least(benefit, copay, over_cap, excess, disallowed) < 0

-- name: sheet-conserved
-- The headings of a decision add up to what was submitted, and none is negative.
SELECT concat_ws(':', sheet_id, revision) AS id
FROM decisions
WHERE num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed)
      <> CASE WHEN submitted IS NULL AND outcome = 'pended' THEN 7 ELSE 0 END
   OR submitted <> benefit + copay + over_cap + excess + disallowed
   OR eligible <> benefit + copay + over_cap
   OR least(benefit, copay, over_cap, excess, disallowed) < 0

-- name: batch-conserved
-- The headings of a sealed batch and of its entries add up to what was submitted.
SELECT concat_ws(':', 'batch', fund_id, number) AS id
FROM settlement_batches
WHERE num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) > 0
   OR submitted <> benefit + copay + over_cap + excess + disallowed
   OR eligible <> benefit + copay + over_cap
   OR least(benefit, copay, over_cap, excess, disallowed) < 0
UNION ALL
SELECT concat_ws(':', 'entry', fund_id, batch_number, sheet_id)
FROM settlement_entries
WHERE num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) > 0
   OR submitted <> benefit + copay + over_cap + excess + disallowed
   OR eligible <> benefit + copay + over_cap
   OR least(benefit, copay, over_cap, excess, disallowed) < 0

-- name: sheet-is-sum-of-lines
-- The totals of a decision are the sums of its lines; they are absent when a line has none.
SELECT concat_ws(':', d.sheet_id, d.revision) AS id
FROM decisions d
LEFT JOIN (
  SELECT sheet_id, revision, submitter_id, fund_id,
    bool_and(submitted IS NOT NULL) AS priced,
    sum(submitted) AS submitted, sum(eligible) AS eligible, sum(benefit) AS benefit,
    sum(copay) AS copay, sum(over_cap) AS over_cap, sum(excess) AS excess,
    sum(disallowed) AS disallowed
  FROM decision_lines GROUP BY 1, 2, 3, 4
) l USING (sheet_id, revision, submitter_id, fund_id)
WHERE (d.submitted IS NOT NULL) <> coalesce(l.priced, false)
   OR (l.priced AND (d.submitted, d.eligible, d.benefit, d.copay, d.over_cap, d.excess,
                     d.disallowed)
       IS DISTINCT FROM (l.submitted, l.eligible, l.benefit, l.copay, l.over_cap, l.excess,
                         l.disallowed))

-- name: submitted-as-declared
-- What a decision calls submitted is quantity times unit price as the sender declared them.
SELECT concat_ws(':', d.sheet_id, d.revision, d.line_number) AS id
FROM decision_lines d
JOIN care_sheet_lines l USING (sheet_id, submitter_id, fund_id, line_number)
WHERE d.submitted <> l.quantity * l.unit_price

-- name: head-as-declared
-- The head of a sheet bears the sum and the number of the lines that were declared.
SELECT s.id::text AS id
FROM care_sheets s
LEFT JOIN (
  SELECT sheet_id, submitter_id, fund_id, count(*) AS lines,
    sum(quantity * unit_price) AS submitted
  FROM care_sheet_lines GROUP BY 1, 2, 3
) l ON (l.sheet_id, l.submitter_id, l.fund_id) = (s.id, s.submitter_id, s.fund_id)
WHERE (s.line_count, s.submitted) IS DISTINCT FROM (l.lines, l.submitted)
  AND NOT EXISTS (SELECT FROM archived_months a WHERE a.month = s.id / 1000000000)

-- name: every-line-decided
-- Every submitted line has exactly one line in each decision, and no decision has another.
SELECT concat_ws(':', sheet_id, revision, line_number) AS id
FROM decisions d
JOIN care_sheet_lines l USING (sheet_id, submitter_id, fund_id)
FULL JOIN decision_lines x
  USING (sheet_id, submitter_id, fund_id, revision, line_number)
WHERE (l.code IS NULL OR x.outcome IS NULL)
  AND NOT EXISTS (SELECT FROM archived_months a WHERE a.month = sheet_id / 1000000000)

-- name: outcome-follows-lines
-- A denied line is paid nothing, and the outcome of a sheet follows from those of its lines.
SELECT concat_ws(':', sheet_id, revision, line_number) AS id
FROM decision_lines
WHERE outcome = 'denied' AND (disallowed <> submitted OR eligible <> 0)
UNION ALL
SELECT concat_ws(':', d.sheet_id, d.revision)
FROM decisions d
JOIN (
  SELECT sheet_id, revision, submitter_id, fund_id,
    bool_and(outcome = 'approved') AS approved, bool_and(outcome = 'denied') AS denied,
    bool_or(outcome = 'pended') AS pended
  FROM decision_lines GROUP BY 1, 2, 3, 4
) l USING (sheet_id, revision, submitter_id, fund_id)
WHERE (l.pended AND d.outcome <> 'pended')
   OR (d.outcome = 'approved' AND NOT l.approved)
   OR (d.outcome = 'rejected' AND NOT l.denied)
   OR (d.outcome = 'partial' AND (l.approved OR l.denied))

-- name: money-is-bigint
-- Money is kept in whole centimes: its columns are bigint, and no column is inexact.
SELECT concat_ws('.', table_name, column_name) AS id
FROM information_schema.columns
WHERE table_schema = 'public'
  AND (data_type IN ('numeric', 'real', 'double precision', 'money')
    OR (data_type <> 'bigint' AND column_name IN ('submitted', 'eligible', 'benefit', 'copay',
      'over_cap', 'excess', 'disallowed', 'tariff', 'amount', 'used', 'unit_price',
      'public_price', 'hospital_price', 'base_price')))
