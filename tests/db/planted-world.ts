import type { Client } from 'pg';

/**
 * A small world in which every kind of row stands once and every invariant holds, written by SQL
 * under all constraints and triggers: what the tests of the database then spoil, row by row.
 *
 * Sheets: 1001 settled and paid, 1002 decided and payable, 1003 pended, 1004 received,
 * 1005 quarantined, 1006 decided and then cancelled. Organisations: 1 CNSS, 2 CNOPS,
 * 3 and 4 clinics.
 */
export async function plantWorld(client: Client): Promise<void> {
  await client.query('BEGIN');
  for (const script of [PARTIES, RULES, SHEETS, DECISIONS, SETTLEMENT, AUDIT]) {
    await client.query(script);
  }
  await client.query('COMMIT');
}

const PARTIES = `
INSERT INTO organisations (id, code, kind, name) OVERRIDING SYSTEM VALUE VALUES
  (1, 'CNSS', 'fund', 'Fund one'), (2, 'CNOPS', 'fund', 'Fund two'),
  (3, 'CLINIC-A', 'provider', 'Clinic A'), (4, 'CLINIC-B', 'provider', 'Clinic B');
INSERT INTO revisions (number, kind, actor) VALUES (1, 'reference', 'cli:seed');
UPDATE installation SET revision = 1;
INSERT INTO insured (id, issuer, number) OVERRIDING SYSTEM VALUE VALUES
  (1, 'CNSS', '100000001'), (2, 'CNOPS', '100000002');
INSERT INTO insured_persons (insured_id, last_name, first_name, birth_date, sex,
  recorded_revision) VALUES
  (1, 'CANARY', 'One', '1980-01-01', 'F', 1), (2, 'CANARY', 'Two', '1981-01-01', 'M', 1);
INSERT INTO scheme_management (scheme, fund, valid_from, recorded_revision) VALUES
  ('PRIVATE', 'CNSS', '2005-08-18', 1), ('PUBLIC', 'CNOPS', '2005-08-18', 1);
`;

const RULES = `
INSERT INTO ruleset_versions (code, version, status, document, content_hash, author, approver)
SELECT 'RULES', 1, 'published', document, encode(sha256(convert_to(document, 'UTF8')), 'hex'),
  'cli:author', 'cli:approver'
FROM (VALUES ('{"caps":[{"amount":"3.00","code":"CAP","per":"patient",'
  || '"window":{"kind":"calendar-year"}}],"code":"RULES"}')) AS rules (document);
INSERT INTO ruleset_steps (code, version, number, kind, actor, content_hash, document)
SELECT code, version, number, kind, actor, content_hash, CASE number WHEN 1 THEN document END
FROM ruleset_versions, (VALUES (1, 'created', 'cli:author'), (2, 'submitted', 'cli:author'),
  (3, 'approved', 'cli:approver'), (4, 'published', 'cli:approver')) AS step (number, kind, actor);
INSERT INTO ruleset_publications (scheme, code, version, valid_from, recorded_revision) VALUES
  ('PRIVATE', 'RULES', 1, '2026-01-01', 1), ('PUBLIC', 'RULES', 1, '2026-01-01', 1);
`;

/** Each sheet has one line of 2 x 50.00; the second of sheet 1002 is 1 x 10.00. */
const SHEETS = `
CREATE TEMPORARY TABLE planted (id bigint, submitter_id bigint, fund_id bigint, fund text,
  lines int) ON COMMIT DROP;
INSERT INTO planted VALUES (1001, 3, 1, 'CNSS', 1), (1002, 3, 1, 'CNSS', 2),
  (1003, 4, 2, 'CNOPS', 1), (1004, 4, 2, 'CNOPS', 1), (1005, 4, 1, 'CNSS', 1),
  (1006, 3, 1, 'CNSS', 1);
INSERT INTO care_sheets (id, submitter_id, fund_id, number, status, received_at, received_on,
  care_on, insured_issuer, insured_number, provider, submitted, line_count, client_id,
  status_since)
SELECT id, submitter_id, fund_id, 'FSE-' || id, 'received', '2026-11-02T10:00Z', '2026-11-02',
  '2026-11-01', fund, '10000000' || fund_id, '090000001', 9000 + 1000 * lines, lines, 'client',
  '2026-11-02T10:00Z' FROM planted;
INSERT INTO care_sheet_documents (sheet_id, submitter_id, fund_id, facts, document, body_hash)
SELECT id, submitter_id, fund_id,
  CASE WHEN id IN (1002, 1004) THEN as_object ELSE as_list END::text,
  '{}', encode(sha256(id::text::bytea), 'hex')
FROM planted
CROSS JOIN LATERAL (
  SELECT jsonb_build_object('number', 'FSE-' || id, 'fund', fund,
      'insured', jsonb_build_object('issuer', fund, 'number', '10000000' || fund_id),
      'provider', '090000001', 'receivedOn', '2026-11-02', 'stay', null,
      'lines', jsonb_agg(jsonb_build_object('number', line, 'kind', 'act', 'code', 'C',
        'quantity', 3 - line, 'unitPrice', price, 'date', '2026-11-01'))) AS as_object,
    jsonb_build_array(2, 'FSE-' || id, fund, fund, '10000000' || fund_id, 'self', 0, '1980-01-01',
      '090000001', null, null, 'illness', null, 'direct', '2026-11-02',
      jsonb_agg(jsonb_build_array(line, 'act', 'C', null, null, 3 - line, price, '2026-11-01',
        null))) AS as_list
  FROM (SELECT line, CASE line WHEN 1 THEN 5000 ELSE 1000 END AS price
    FROM generate_series(1, lines) AS line) AS priced) AS written;
INSERT INTO idempotency_keys (submitter_id, key, fund_id, body_hash, sheet_id, received_at)
SELECT submitter_id, 'key-' || id, fund_id, encode(sha256(id::text::bytea), 'hex'), id,
  '2026-11-02T10:00Z' FROM planted;
INSERT INTO outbox_chunks (first_id, last_id) VALUES (1004, 1004);
`;

const DECISIONS = `
CREATE TEMPORARY TABLE decided (id bigint, outcome text, benefit bigint, status text)
  ON COMMIT DROP;
INSERT INTO decided VALUES (1001, 'approved', 9000, 'decided'), (1002, 'partial', 9000, 'decided'),
  (1003, 'pended', NULL, 'pended'), (1006, 'approved', 9000, 'decided');
CREATE TEMPORARY TABLE decided_lines ON COMMIT DROP AS
SELECT id, 1 AS line, CASE outcome WHEN 'pended' THEN 'pended' ELSE 'approved' END AS outcome,
  2 AS units, benefit AS tariff, benefit + 1000 AS submitted, benefit AS eligible, benefit,
  benefit * 0 AS copay, benefit * 0 AS over_cap, benefit * 0 + 1000 AS excess,
  benefit * 0 AS disallowed, '{}'::text[] AS reasons FROM decided
UNION ALL
SELECT 1002, 2, 'denied', 0, NULL, 1000, 0, 0, 0, 0, 0, 1000, '{not-reimbursable}';
INSERT INTO decisions (sheet_id, submitter_id, fund_id, revision, outcome, scheme, payee_kind,
  payee_key, submitted, eligible, benefit, copay, over_cap, excess, disallowed, decided_at,
  decided_on, record_revision, history_position, content)
SELECT id, submitter_id, fund_id, 1, outcome, CASE fund_id WHEN 1 THEN 'PRIVATE' ELSE 'PUBLIC' END,
  'provider', '090000001', benefit + lines * 1000, benefit, benefit, benefit * 0, benefit * 0,
  benefit * 0 + 1000, benefit * 0 + (lines - 1) * 1000, '2026-11-02T11:00Z', '2026-11-02', 1, 0,
  CASE id WHEN 1002 THEN as_object::text WHEN 1006 THEN as_list::text
    ELSE concat(jsonb_build_array(3, outcome, '[]'::jsonb, as_list -> 3, as_list -> 4), chr(10),
      '[]')
  END
FROM decided JOIN planted USING (id)
CROSS JOIN LATERAL (
  SELECT jsonb_build_object('lines', jsonb_agg(jsonb_build_object('number', l.line,
      'ruleset', 'RULES@1', 'outcome', l.outcome, 'unitsAllowed', l.units, 'tariff', l.tariff,
      'amounts', jsonb_build_object('submitted', l.submitted, 'eligible', l.eligible,
        'benefit', l.benefit, 'copay', l.copay, 'overCap', l.over_cap, 'excess', l.excess,
        'disallowed', l.disallowed),
      'reasons', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code)), '[]')
        FROM unnest(l.reasons) AS code)))) AS as_object,
    jsonb_build_array(2, '[]'::jsonb, '[]'::jsonb, '["RULES@1"]'::jsonb, jsonb_agg(
      jsonb_build_array(l.line, 0, l.outcome, l.tariff, l.units, CASE WHEN l.submitted IS NOT NULL
        THEN jsonb_build_array(l.submitted, l.eligible, l.benefit, l.copay, l.over_cap, l.excess,
          l.disallowed) END, '[]'::jsonb))) AS as_list
  FROM decided_lines l WHERE l.id = decided.id) AS written;
INSERT INTO family_history (id, insured_id, submitter_id, fund_id, sheet_id, revision, kind,
  lines, consumptions)
SELECT id, 1, 3, 1, id, 1, 'decision', '[]', CASE id
  WHEN 1001 THEN '["FSE-1001",["CAP",0,1,"2026-11-01","C",100,100]]'
  ELSE '[{"amount":200,"cap":"CAP","date":"2026-11-01","lineNumber":1,"patientRank":0}]' END
FROM decided WHERE id IN (1001, 1006);
INSERT INTO consumptions (submitter_id, fund_id, sheet_id, revision, line_number, insured_id, cap,
  patient_rank, care_on, amount)
VALUES (3, 1, 1001, 1, 1, 1, 'CAP', 0, '2026-11-01', 100),
  (3, 1, 1006, 1, 1, 1, 'CAP', 0, '2026-11-01', 200);
INSERT INTO accumulators (insured_id, fund_id, cap, patient_rank, month, used)
VALUES (1, 1, 'CAP', 0, '2026-11-01', 300);
UPDATE care_sheets SET status = d.status, revision = 1, outcome = d.outcome,
  decided_on = '2026-11-02', benefit = coalesce(d.benefit, 0), payee_kind = 'provider',
  payee_key = '090000001' FROM decided d WHERE d.id = care_sheets.id;
INSERT INTO events (submitter_id, fund_id, epoch, sheet_id, revision, kind, at)
SELECT submitter_id, fund_id, 1, id, 1, CASE outcome WHEN 'pended' THEN 'pended' ELSE 'decided' END,
  '2026-11-02T11:00Z' FROM decided JOIN planted USING (id);
INSERT INTO ledger_transactions (id, fund_id, kind, subject, at)
SELECT id, 1, 'decision', 'sheet:' || id || ':1', '2026-11-02T11:00Z' FROM decided
WHERE benefit > 0;
INSERT INTO ledger_postings (transaction_id, fund_id, position, debit, credit, amount)
SELECT id, 1, 1, 'benefits:PRIVATE', 'payable:provider:090000001', 9000
FROM decided WHERE benefit > 0;
`;

const SETTLEMENT = `
INSERT INTO settlement_batches (fund_id, number, up_to, entry_count, payment_count, held_count,
  submitted, eligible, benefit, copay, over_cap, excess, disallowed, bordereau_hash, sealed_at,
  sealed_by, paid_at, paid_by)
VALUES (1, 1, '2026-11-03', 1, 1, 1, 10000, 9000, 9000, 0, 0, 1000, 0, repeat('0', 64),
  '2026-11-03T09:00Z', 'cli:one', '2026-11-04T09:00Z', 'cli:two');
INSERT INTO settlement_entries (submitter_id, fund_id, batch_number, sheet_id, revision, payee_kind,
  payee_key, submitted, eligible, benefit, copay, over_cap, excess, disallowed)
VALUES (3, 1, 1, 1001, 1, 'provider', '090000001', 10000, 9000, 9000, 0, 0, 1000, 0);
INSERT INTO settlement_payments (fund_id, batch_number, payee_kind, payee_key, holder, rib,
  entry_count, amount)
VALUES (1, 1, 'provider', '090000001', 'Clinic A', '011519000001205000534921', 1, 9000);
INSERT INTO settlement_holds (submitter_id, fund_id, batch_number, sheet_id, reason, amount)
VALUES (3, 1, 1, 1002, 'rib-missing', 9000);
UPDATE care_sheets SET status = 'settled', batch_number = 1 WHERE id = 1001;
INSERT INTO ledger_transactions (id, fund_id, kind, subject, at) VALUES
  (2001, 1, 'sealing', 'batch:1', '2026-11-03T09:00Z'),
  (2002, 1, 'payment', 'batch:1', '2026-11-04T09:00Z'),
  (2003, 1, 'reversal', 'sheet:1006:1', '2026-11-05T09:00Z');
INSERT INTO ledger_postings (transaction_id, fund_id, position, debit, credit, amount) VALUES
  (2001, 1, 1, 'payable:provider:090000001', 'in-transit:1', 9000),
  (2002, 1, 1, 'in-transit:1', 'bank', 9000),
  (2003, 1, 1, 'payable:provider:090000001', 'benefits:PRIVATE', 9000);
UPDATE care_sheets SET status = 'cancelled', benefit = 0 WHERE id = 1006;
INSERT INTO family_history (id, insured_id, submitter_id, fund_id, sheet_id, revision, kind, lines,
  consumptions) VALUES (3001, 1, 3, 1, 1006, 1, 'reversal', '[]', '[]');
INSERT INTO consumptions (submitter_id, fund_id, sheet_id, revision, line_number, insured_id, cap,
  patient_rank, care_on, amount) VALUES (3, 1, 1006, 1, 1, 1, 'CAP', 0, '2026-11-01', -200);
UPDATE accumulators SET used = 100;
UPDATE care_sheets SET status = 'quarantined', reasons = '{quarantined}' WHERE id = 1005;
INSERT INTO quarantines (sheet_id, submitter_id, fund_id, at, cause)
VALUES (1005, 4, 1, '2026-11-02T11:00Z', 'RangeError');
INSERT INTO events (submitter_id, fund_id, epoch, sheet_id, revision, kind, at) VALUES
  (3, 1, 1, 1001, 1, 'settled', '2026-11-03T09:00Z'),
  (3, 1, 1, 1006, 1, 'cancelled', '2026-11-05T09:00Z'),
  (4, 1, 1, 1005, 0, 'quarantined', '2026-11-02T11:00Z');
`;

const AUDIT = `
SELECT append_audit('client', 'care-sheets.accepted', 'sheets:1001-1006');
SELECT append_audit('worker', 'care-sheets.decided', 'sheets:1001-1003');
SELECT append_audit('worker', 'care-sheets.decided', 'sheets:1006-1006');
SELECT append_audit('worker', 'care-sheet.quarantined', 'sheets:1005-1005');
SELECT append_audit('cli:one', 'settlement.sealed', 'fund:1 batch:1');
SELECT append_audit('cli:two', 'settlement.paid', 'fund:1 batch:1');
SELECT append_audit('client', 'care-sheet.cancelled', 'sheets:1006-1006');
SELECT append_audit('cli:author', 'ruleset.created', 'ruleset:RULES:1:step:1');
SELECT append_audit('cli:author', 'ruleset.submitted', 'ruleset:RULES:1:step:2');
SELECT append_audit('cli:approver', 'ruleset.approved', 'ruleset:RULES:1:step:3');
SELECT append_audit('cli:approver', 'ruleset.published', 'ruleset:RULES:1:step:4:revision:1');
`;
