-- name: four-eyes
-- A ruleset version that was approved was approved by somebody who did not write any of it.
SELECT concat_ws('@', v.code, v.version) AS id
FROM ruleset_versions v
WHERE v.approver = v.author
   OR v.approver IS NULL AND (v.status IN ('approved', 'published')
     OR EXISTS (SELECT 1 FROM ruleset_publications p
       WHERE (p.code, p.version) = (v.code, v.version)))
   OR EXISTS (SELECT 1 FROM ruleset_steps s
     WHERE (s.code, s.version, s.actor) = (v.code, v.version, v.approver)
       AND s.kind IN ('created', 'saved', 'submitted'))

-- name: one-side-each
-- Nobody who wrote a ruleset version returned, approved or published it.
SELECT DISTINCT concat_ws('@', a.code, a.version) AS id
FROM ruleset_steps a JOIN ruleset_steps b USING (code, version, actor)
WHERE a.kind IN ('created', 'saved', 'submitted')
  AND b.kind IN ('returned', 'approved', 'published')

-- name: approved-as-it-is
-- What was approved is the content that the version has, and the version names who approved it.
SELECT concat_ws('@', v.code, v.version) AS id
FROM ruleset_versions v
WHERE v.approver IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM ruleset_steps s
  WHERE (s.code, s.version, s.kind, s.actor, s.content_hash)
    = (v.code, v.version, 'approved', v.approver, v.content_hash))

-- name: steps-without-gap
-- The life of a ruleset version begins with its creation and has every step since.
SELECT concat_ws('@', v.code, v.version) AS id
FROM ruleset_versions v
LEFT JOIN ruleset_steps s USING (code, version)
GROUP BY v.code, v.version
HAVING count(s.number) = 0 OR count(s.number) <> max(s.number)
  OR count(*) FILTER (WHERE s.number = 1 AND s.kind = 'created' AND s.actor = v.author) <> 1

-- name: content-unchanged
-- The document of a ruleset version is the one that was hashed when it was written.
SELECT concat_ws('@', code, version) AS id
FROM (
  SELECT code, version, content_hash, document FROM ruleset_versions
  UNION ALL
  SELECT code, version, content_hash, document FROM ruleset_steps
) written
WHERE content_hash <> encode(sha256(convert_to(document, 'UTF8')), 'hex')

-- name: publication-approved
-- What was published is a version that was approved.
SELECT concat_ws('@', p.code, p.version) AS id
FROM ruleset_publications p
LEFT JOIN ruleset_versions v USING (code, version)
WHERE v.status IS NULL OR v.status NOT IN ('published', 'withdrawn') OR v.approver IS NULL

-- name: no-overlap
-- For a scheme and a day, at most one version was in force, at any revision of the record.
SELECT concat_ws('@', a.code, a.version) AS id
FROM ruleset_publications a
JOIN ruleset_publications b ON b.scheme = a.scheme
  AND (b.valid_from, b.recorded_revision) > (a.valid_from, a.recorded_revision)
  AND daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')
  AND int8range(a.recorded_revision, a.superseded_revision)
    && int8range(b.recorded_revision, b.superseded_revision)

-- name: ruleset-in-force
-- The version that decided a line was published, and valid on the date of care, when it decided.
WITH used AS MATERIALIZED (
  SELECT d.sheet_id, d.revision, d.line_number, d.ruleset, d.record_revision, coalesce(
    f.admission,
    (SELECT coalesce(line ->> 7, line ->> 'date')::date FROM jsonb_array_elements(f.lines) AS line
     WHERE coalesce(line ->> 0, line ->> 'number')::int = d.line_number LIMIT 1)) AS care_on
  FROM decision_lines d JOIN care_sheet_facts f USING (sheet_id, submitter_id, fund_id)
  WHERE d.ruleset IS NOT NULL
),
-- Few, however many lines they decided.
in_use AS (SELECT DISTINCT ruleset, record_revision, care_on FROM used),
wrong AS (
  SELECT * FROM in_use u WHERE NOT EXISTS (
    SELECT 1 FROM ruleset_publications p JOIN ruleset_versions v USING (code, version)
    WHERE concat_ws('@', p.code, p.version) = u.ruleset AND v.approver IS NOT NULL
      AND daterange(p.valid_from, p.valid_to, '[]') @> u.care_on
      AND int8range(p.recorded_revision, p.superseded_revision) @> u.record_revision)
)
SELECT DISTINCT concat_ws(':', u.sheet_id, u.revision, u.line_number) AS id
FROM used u JOIN wrong USING (ruleset, record_revision, care_on)

-- name: payer-manages-scheme
-- A fund pays only for a scheme that it managed on the date of care.
SELECT concat_ws(':', d.sheet_id, d.revision) AS id
FROM decisions d
JOIN care_sheets s ON (s.id, s.submitter_id, s.fund_id) = (d.sheet_id, d.submitter_id, d.fund_id)
JOIN organisations o ON o.id = d.fund_id
WHERE d.outcome <> 'pended' AND d.benefit > 0
  AND NOT EXISTS (
    SELECT 1 FROM scheme_management m
    WHERE (m.scheme, m.fund) = (d.scheme, o.code)
      AND daterange(m.valid_from, m.valid_to, '[]') @> s.care_on
      AND int8range(m.recorded_revision, m.superseded_revision) @> d.record_revision)

-- name: wording-unchanged
-- A text of a reason has the hash that its approver read, and somebody else wrote it.
SELECT concat_ws(':', code, version) AS id
FROM reason_versions
WHERE content_hash <> encode(sha256(convert_to(wording, 'UTF8')), 'hex') OR approver = author
