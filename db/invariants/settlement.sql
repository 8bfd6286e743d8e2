-- name: batch-is-sum-of-entries
-- The totals of a sealed batch are the sums of its entries, and it counts them right.
SELECT concat_ws(':', b.fund_id, b.number) AS id
FROM settlement_batches b
LEFT JOIN (
  SELECT fund_id, batch_number, count(*) AS entries, sum(submitted) AS submitted,
    sum(eligible) AS eligible, sum(benefit) AS benefit, sum(copay) AS copay,
    sum(over_cap) AS over_cap, sum(excess) AS excess, sum(disallowed) AS disallowed
  FROM settlement_entries GROUP BY 1, 2
) e ON (e.fund_id, e.batch_number) = (b.fund_id, b.number)
WHERE (b.entry_count, b.submitted, b.eligible, b.benefit, b.copay, b.over_cap, b.excess,
    b.disallowed)
  IS DISTINCT FROM (e.entries, e.submitted, e.eligible, e.benefit, e.copay, e.over_cap,
    e.excess, e.disallowed)

-- name: batch-is-sum-of-payments
-- What a batch transfers is what it owes, in all and to each payee.
SELECT concat_ws(':', b.fund_id, b.number) AS id
FROM settlement_batches b
LEFT JOIN (
  SELECT fund_id, batch_number, count(*) AS payments, sum(amount) AS amount
  FROM settlement_payments GROUP BY 1, 2
) p ON (p.fund_id, p.batch_number) = (b.fund_id, b.number)
WHERE (b.payment_count, b.benefit) IS DISTINCT FROM (p.payments, p.amount)
UNION ALL
SELECT concat_ws(':', fund_id, batch_number)
FROM settlement_payments p
FULL JOIN (
  SELECT fund_id, batch_number, payee_kind, payee_key, count(*) AS entries, sum(benefit) AS owed
  FROM settlement_entries GROUP BY 1, 2, 3, 4
) e USING (fund_id, batch_number, payee_kind, payee_key)
WHERE (p.entry_count, p.amount) IS DISTINCT FROM (e.entries, e.owed)

-- name: batches-without-gap
-- The batches of a fund are numbered 1 to n without a gap.
SELECT fund_id::text AS id
FROM settlement_batches GROUP BY fund_id
HAVING min(number) <> 1 OR max(number) <> count(*)

-- name: entry-is-its-decision
-- An entry pays a final decision to its payee, with its amounts, decided by the day of the batch.
SELECT concat_ws(':', e.fund_id, e.batch_number, e.sheet_id) AS id
FROM settlement_entries e
LEFT JOIN decisions d USING (sheet_id, revision, submitter_id, fund_id)
LEFT JOIN settlement_batches b ON (b.fund_id, b.number) = (e.fund_id, e.batch_number)
WHERE d.outcome IS NULL OR d.outcome = 'pended' OR d.decided_on > b.up_to OR b.number IS NULL
   OR (e.payee_kind, e.payee_key, e.submitted, e.eligible, e.benefit, e.copay, e.over_cap,
       e.excess, e.disallowed)
      IS DISTINCT FROM (d.payee_kind, d.payee_key, d.submitted, d.eligible, d.benefit, d.copay,
       d.over_cap, d.excess, d.disallowed)

-- name: held-is-counted
-- A batch counts the payables that it left open, and pays none of them.
SELECT concat_ws(':', b.fund_id, b.number) AS id
FROM settlement_batches b
LEFT JOIN (
  SELECT h.fund_id, h.batch_number, count(*) AS holds, count(e.sheet_id) AS paid
  FROM settlement_holds h
  LEFT JOIN settlement_entries e USING (fund_id, batch_number, sheet_id, submitter_id)
  GROUP BY 1, 2
) h ON (h.fund_id, h.batch_number) = (b.fund_id, b.number)
WHERE b.held_count <> coalesce(h.holds, 0) OR h.paid > 0
