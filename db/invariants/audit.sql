-- name: chain-unbroken
-- Every audit entry follows the one before by number and hash, and bears the hash of its content.
SELECT number::text AS id
FROM (
  SELECT *, row_number() OVER by_number AS place,
    coalesce(lag(hash) OVER by_number, '') AS hash_before
  FROM audit_entries WINDOW by_number AS (ORDER BY number)
) e
WHERE number <> place OR previous_hash <> hash_before
   OR hash <> audit_hash(number, previous_hash, at, actor, action, subject)

-- name: chain-head
-- The head of the chain is its last entry, so that none was cut off.
SELECT 'head' AS id
FROM audit_head h
CROSS JOIN (
  SELECT coalesce(max(number), 0) AS number,
    coalesce((array_agg(hash ORDER BY number DESC))[1], '') AS hash
  FROM audit_entries
) last
WHERE (h.number, h.hash) <> (last.number, last.hash)

-- name: acceptance-audited
-- Every acceptance of a sheet is in the audit.
SELECT s.id::text AS id
FROM care_sheets s
WHERE NOT s.id <@ (
  SELECT coalesce(range_agg(int8range(
    split_part(substr(subject, 8), '-', 1)::bigint,
    split_part(substr(subject, 8), '-', 2)::bigint, '[]')), '{}')
  FROM audit_entries
  WHERE action = 'care-sheets.accepted' AND subject ~ '^sheets:[0-9]{1,18}-[0-9]{1,18}$')

-- name: decision-audited
-- Every decision of a sheet is in the audit; one entry a chunk is enough.
SELECT DISTINCT d.sheet_id::text AS id
FROM decisions d
WHERE NOT d.sheet_id <@ (
  SELECT coalesce(range_agg(int8range(
    split_part(substr(subject, 8), '-', 1)::bigint,
    split_part(substr(subject, 8), '-', 2)::bigint, '[]')), '{}')
  FROM audit_entries
  WHERE action = 'care-sheets.decided' AND subject ~ '^sheets:[0-9]{1,18}-[0-9]{1,18}$')

-- name: deed-audited
-- Each sealing, payment, cancellation and quarantine is in the audit.
SELECT concat_ws(' ', deed.action, deed.subject) AS id
FROM (
  SELECT 'settlement.sealed' AS action, concat('fund:', fund_id, ' batch:', number) AS subject
  FROM settlement_batches
  UNION ALL
  SELECT 'settlement.paid', concat('fund:', fund_id, ' batch:', number)
  FROM settlement_batches WHERE paid_at IS NOT NULL
  UNION ALL
  SELECT 'care-sheet.cancelled', concat('sheets:', id, '-', id)
  FROM care_sheets WHERE status = 'cancelled'
  UNION ALL
  SELECT 'care-sheet.quarantined', concat('sheets:', sheet_id, '-', sheet_id) FROM quarantines
) deed
LEFT JOIN audit_entries a USING (action, subject)
WHERE a.number IS NULL

-- name: decision-announced
-- Every decision has exactly one event, pended or decided as it is.
SELECT concat_ws(':', d.sheet_id, d.revision) AS id
FROM decisions d
LEFT JOIN (
  SELECT sheet_id, revision, submitter_id, fund_id, count(*) AS events, min(kind) AS kind
  FROM events WHERE kind IN ('decided', 'pended') GROUP BY 1, 2, 3, 4
) e USING (sheet_id, revision, submitter_id, fund_id)
WHERE e.events IS DISTINCT FROM 1
   OR e.kind <> CASE WHEN d.outcome = 'pended' THEN 'pended' ELSE 'decided' END

-- name: status-announced
-- What happened to a sheet after its decision (settled, cancelled, quarantined) has its event.
SELECT s.id::text AS id
FROM care_sheets s
WHERE s.status IN ('settled', 'cancelled', 'quarantined')
  AND NOT EXISTS (SELECT 1 FROM events e
    WHERE (e.sheet_id, e.submitter_id, e.fund_id) = (s.id, s.submitter_id, s.fund_id)
      AND e.kind = s.status)

-- name: publication-audited
-- Every change of what is published is in the audit, under its revision of the record.
SELECT concat_ws('@', p.code, p.version) AS id
FROM ruleset_publications p
WHERE NOT EXISTS (
  SELECT 1 FROM audit_entries a
  WHERE a.action IN ('ruleset.published', 'ruleset.withdrawn')
    AND a.subject LIKE concat('ruleset:%:revision:', p.recorded_revision))

-- name: ruleset-step-audited
-- Every step in the life of a ruleset version that people wrote is in the audit.
SELECT concat_ws('@', s.code, s.version) AS id
FROM ruleset_steps s
WHERE (s.kind IN ('saved', 'submitted', 'returned', 'withdrawn') OR EXISTS (
    SELECT 1 FROM ruleset_steps t
    WHERE (t.code, t.version, t.kind) = (s.code, s.version, 'submitted')))
  AND NOT EXISTS (
    SELECT 1 FROM audit_entries a
    WHERE (a.actor, a.action) = (s.actor, concat('ruleset.', s.kind))
      AND concat(a.subject, ':')
        LIKE concat('ruleset:', s.code, ':', s.version, ':step:', s.number, ':%'))

-- name: wording-audited
-- Each proposal and each approval of a text of a reason is in the audit, by who did it.
SELECT concat_ws(' ', deed.action, deed.subject) AS id
FROM (
  SELECT 'reason.proposed' AS action, concat('reason:', code, ':', version) AS subject,
    author AS actor FROM reason_versions
  UNION ALL
  SELECT 'reason.approved', concat('reason:', code, ':', version), approver
  FROM reason_versions WHERE status = 'approved'
) deed
LEFT JOIN audit_entries a USING (action, subject, actor)
WHERE a.number IS NULL
