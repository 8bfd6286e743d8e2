const OVERLAPPING = `ALTER TABLE ruleset_publications
  DROP CONSTRAINT ruleset_publications_no_overlap; INSERT INTO ruleset_publications`;

/** A decision that says nothing of a line that was submitted. */
const WITHOUT_LINE = `UPDATE decisions SET content = content::jsonb #- '{lines,1}'
  WHERE sheet_id = 1002`;

/**
 * For each invariant, what breaks it: run by a superuser without triggers and foreign keys, in a
 * transaction that is undone. Constraints that would refuse the plant are dropped first.
 */
export const VIOLATIONS: Readonly<Record<string, readonly string[]>> = {
  'line-conserved': [
    spoiledLine(1001, '{4,0,5,5}', '1001'),
    spoiledLine(1002, '{lines,0,amounts,excess}', '1001'),
    spoiledLine(1006, '{4,0,5,5}', '1001'),
    spoiledLine(1001, '{4,0,5,3}', 'null'),
    spoiledLine(1001, '{4,0,5}', '[10000, 8999, 9000, -1, 0, 1001, 0]'),
    spoiledLine(1001, '{4,0,5}', 'null'),
  ],
  'sheet-conserved': [
    `${unguarded('decisions')} UPDATE decisions SET disallowed = disallowed + 1`,
    `${unguarded('decisions')} UPDATE decisions SET eligible = NULL WHERE sheet_id = 1001`,
  ],
  'batch-conserved': [
    'UPDATE settlement_batches SET excess = excess + 1',
    `${unguarded('settlement_entries')} UPDATE settlement_entries SET copay = 1`,
  ],
  'sheet-is-sum-of-lines': [
    'UPDATE decisions SET submitted = submitted + 1, excess = excess + 1 WHERE sheet_id = 1002',
    WITHOUT_LINE,
    `UPDATE decisions SET submitted = 0, eligible = 0, benefit = 0, copay = 0, over_cap = 0,
     excess = 0, disallowed = 0 WHERE sheet_id = 1003`,
  ],
  'submitted-as-declared': [
    `UPDATE care_sheet_documents SET facts = replace(facts, '5000', '1') WHERE sheet_id = 1001`,
  ],
  'head-as-declared': [
    'UPDATE care_sheets SET submitted = submitted + 1 WHERE id = 1004',
    `UPDATE care_sheet_documents SET facts = jsonb_set(facts::jsonb, '{lines}', '[]')
     WHERE sheet_id = 1004`,
  ],
  'every-line-decided': [
    WITHOUT_LINE,
    `UPDATE care_sheet_documents SET facts = facts::jsonb #- '{lines,1}' WHERE sheet_id = 1002`,
  ],
  'outcome-follows-lines': [
    `UPDATE decisions SET outcome = 'approved' WHERE sheet_id = 1002`,
    `UPDATE decisions SET outcome = 'rejected' WHERE sheet_id = 1002`,
    spoiledLine(1001, '{4,0,2}', '"pended"'),
    spoiledLine(1002, '{lines,0,outcome}', '"denied"'),
  ],
  'money-is-bigint': [
    'ALTER TABLE accumulators ALTER COLUMN used TYPE numeric',
    'ALTER TABLE tariffs ALTER COLUMN amount TYPE integer',
  ],
  'one-sheet-one-id': [
    `INSERT INTO care_sheets (id, submitter_id, fund_id, number, status, received_at, received_on,
       care_on, insured_issuer, insured_number, provider, submitted, line_count, client_id,
       status_since) SELECT id, 4, fund_id, 'OTHER', status, received_at, received_on, care_on,
       insured_issuer, insured_number, provider, submitted, line_count, client_id, status_since
     FROM care_sheets WHERE id = 1002`,
    `ALTER TABLE care_sheets DROP CONSTRAINT care_sheets_number;
     UPDATE care_sheets SET number = 'FSE-1003' WHERE id = 1004`,
  ],
  'revisions-without-gap': ['UPDATE decisions SET revision = 2 WHERE sheet_id = 1002'],
  'head-agrees': [
    'UPDATE care_sheets SET revision = 2 WHERE id = 1002',
    'UPDATE care_sheets SET benefit = benefit + 1 WHERE id = 1002',
    `UPDATE care_sheets SET payee_key = 'other' WHERE id = 1002`,
    `UPDATE care_sheets SET status = 'decided' WHERE id = 1003`,
    `UPDATE care_sheets SET status = 'pended' WHERE id = 1002`,
    'DELETE FROM decisions WHERE sheet_id = 1002',
  ],
  'decided-once': [again(1002)],
  'received-is-in-the-outbox': ['DELETE FROM outbox_chunks'],
  'quarantine-is-open': [
    'DELETE FROM quarantines',
    `UPDATE care_sheets SET status = 'received' WHERE id = 1005`,
  ],
  'paid-at-most-once': [
    `ALTER TABLE settlement_entries DROP CONSTRAINT settlement_entries_once;
     INSERT INTO settlement_entries SELECT submitter_id, fund_id, 2, sheet_id, revision, payee_kind,
       payee_key, submitted, eligible, benefit, copay, over_cap, excess, disallowed
     FROM settlement_entries`,
    `UPDATE care_sheets SET status = 'decided', batch_number = NULL WHERE id = 1001`,
    'DELETE FROM settlement_entries',
    again(1001),
  ],
  'acknowledged-is-whole': [
    'DELETE FROM care_sheet_documents WHERE sheet_id = 1001',
    'DELETE FROM idempotency_keys WHERE sheet_id = 1001',
    `UPDATE idempotency_keys SET body_hash = 'other' WHERE sheet_id = 1001`,
  ],
  'facts-agree-with-head': [
    `UPDATE care_sheets SET provider = 'other' WHERE id = 1001`,
    `UPDATE care_sheet_documents SET facts = replace(facts, 'CNOPS', 'CNSS')`,
    `UPDATE care_sheet_documents SET facts = replace(facts, '5000', '5001')`,
  ],
  'transactions-whole': [
    'DELETE FROM ledger_postings WHERE transaction_id = 1001',
    'UPDATE ledger_postings SET position = 2 WHERE transaction_id = 1001',
    `${unguarded('ledger_postings')} UPDATE ledger_postings SET amount = -amount`,
    `${unguarded('ledger_postings')} UPDATE ledger_postings SET debit = credit`,
  ],
  'posted-once': [
    `ALTER TABLE ledger_transactions DROP CONSTRAINT ledger_transactions_subject;
     INSERT INTO ledger_transactions SELECT id + 5000, fund_id, kind, subject, at
     FROM ledger_transactions WHERE id = 1001`,
  ],
  'decision-posted': [
    'DELETE FROM ledger_transactions WHERE id = 1002',
    'UPDATE ledger_postings SET amount = amount - 1 WHERE transaction_id = 1002',
    `INSERT INTO ledger_transactions (id, fund_id, kind, subject, at)
     VALUES (9, 2, 'decision', 'sheet:1003:1', now())`,
  ],
  'reversal-undoes': [
    'UPDATE ledger_postings SET amount = amount - 1 WHERE transaction_id = 2003',
    `UPDATE ledger_transactions SET subject = 'sheet:9:1' WHERE id = 2003`,
    `UPDATE ledger_postings SET debit = credit, credit = debit WHERE transaction_id = 2003`,
  ],
  'batch-posted': [
    'DELETE FROM ledger_transactions WHERE id = 2001',
    'UPDATE ledger_postings SET amount = amount - 1 WHERE transaction_id = 2002',
    'UPDATE settlement_batches SET paid_at = NULL, paid_by = NULL',
  ],
  'payables-are-open': [
    'UPDATE ledger_postings SET amount = amount - 1 WHERE transaction_id = 1002',
    `UPDATE ledger_postings SET debit = 'payable:provider:other' WHERE transaction_id = 2001`,
    `UPDATE care_sheets SET status = 'cancelled' WHERE id = 1002`,
  ],
  'transit-is-unpaid': [
    'UPDATE ledger_postings SET amount = amount - 1 WHERE transaction_id = 2002',
    'UPDATE settlement_batches SET paid_at = NULL, paid_by = NULL',
  ],
  'accumulators-are-folds': [
    'UPDATE accumulators SET used = used + 1',
    `UPDATE accumulators SET month = '2026-10-01'`,
    'DELETE FROM accumulators',
    'DELETE FROM consumptions',
  ],
  'consumptions-are-history': [
    `DELETE FROM family_history WHERE sheet_id = 1001`,
    `UPDATE family_history SET consumptions = replace(consumptions, '100', '99')`,
    `UPDATE consumptions SET care_on = '2026-11-02' WHERE sheet_id = 1001`,
  ],
  'reversal-gives-back': [
    `DELETE FROM consumptions WHERE amount < 0`,
    `DELETE FROM family_history WHERE kind = 'reversal'`,
  ],
  'cap-never-exceeded': [
    'UPDATE consumptions SET amount = 301 WHERE sheet_id = 1001',
    `${consumed('2026-01-01', 201)}`,
    `${windowed('{"kind":"lifetime"}')} ${consumed('2011-01-01', 201)}`,
    `${windowed('{"kind":"sliding-months","months":1}')} ${consumed('2026-10-02', 201)}`,
  ],
  'batch-is-sum-of-entries': [
    'UPDATE settlement_entries SET submitted = submitted - 1, excess = excess - 1',
    'UPDATE settlement_batches SET entry_count = 2',
    'DELETE FROM settlement_entries',
  ],
  'batch-is-sum-of-payments': [
    'UPDATE settlement_payments SET amount = amount + 1',
    'UPDATE settlement_payments SET entry_count = 2',
    `UPDATE settlement_payments SET payee_kind = 'insured'`,
    'DELETE FROM settlement_payments',
  ],
  'batches-without-gap': ['UPDATE settlement_batches SET number = 2'],
  'entry-is-its-decision': [
    'UPDATE settlement_entries SET revision = 2',
    `UPDATE settlement_entries SET payee_kind = 'insured'`,
    `UPDATE settlement_batches SET up_to = '2026-11-01'`,
    'UPDATE decisions SET submitted = submitted + 1, excess = excess + 1 WHERE sheet_id = 1001',
  ],
  'held-is-counted': [
    'DELETE FROM settlement_holds',
    'UPDATE settlement_holds SET sheet_id = 1001',
  ],
  'four-eyes': [
    `${unguarded('ruleset_versions')} UPDATE ruleset_versions SET approver = author`,
    `${unguarded('ruleset_versions')} UPDATE ruleset_versions SET approver = NULL`,
    `${unguarded('ruleset_versions')}
     UPDATE ruleset_versions SET approver = NULL, status = 'withdrawn'`,
    `UPDATE ruleset_steps SET actor = 'cli:approver' WHERE kind = 'submitted'`,
  ],
  'one-side-each': [
    `UPDATE ruleset_steps SET actor = 'cli:approver' WHERE kind = 'submitted'`,
    `INSERT INTO ruleset_steps (code, version, number, kind, actor, content_hash)
     VALUES ('RULES', 1, 5, 'returned', 'cli:author', '')`,
  ],
  'approved-as-it-is': [
    `UPDATE ruleset_steps SET content_hash = repeat('0', 64) WHERE kind = 'approved'`,
    `UPDATE ruleset_steps SET actor = 'cli:other' WHERE kind = 'approved'`,
  ],
  'steps-without-gap': [
    'DELETE FROM ruleset_steps',
    'DELETE FROM ruleset_steps WHERE number = 2',
    `UPDATE ruleset_steps SET actor = 'cli:other' WHERE kind = 'created'`,
  ],
  'content-unchanged': [
    `UPDATE ruleset_versions SET document = replace(document, '3.00', '9.00')`,
    `UPDATE ruleset_steps SET document = replace(document, '3.00', '9.00')`,
  ],
  'publication-approved': [
    `UPDATE ruleset_versions SET status = 'draft'`,
    'UPDATE ruleset_publications SET version = 2',
  ],
  'no-overlap': [
    `${OVERLAPPING} VALUES ('PRIVATE', 'RULES', 1, '2026-06-01', '2026-07-01', 2, NULL)`,
    `UPDATE ruleset_publications SET superseded_revision = 5;
     ${OVERLAPPING} VALUES ('PRIVATE', 'RULES', 1, '2026-06-01', NULL, 4, NULL)`,
  ],
  'ruleset-in-force': [
    `UPDATE ruleset_publications SET valid_from = '2026-11-02'`,
    'UPDATE ruleset_publications SET recorded_revision = 2',
    'UPDATE ruleset_publications SET superseded_revision = 1, recorded_revision = 0',
    `UPDATE decisions SET content = replace(content, 'RULES@1', 'RULES@2') WHERE sheet_id = 1001`,
  ],
  'payer-manages-scheme': [
    `UPDATE scheme_management SET fund = 'CNOPS'`,
    `UPDATE scheme_management SET valid_to = '2026-10-31'`,
  ],
  'chain-unbroken': [
    `UPDATE audit_entries SET actor = 'somebody else' WHERE number = 2`,
    `UPDATE audit_entries SET at = at + interval '1 second' WHERE number = 2`,
    'DELETE FROM audit_entries WHERE number = 2',
    `UPDATE audit_entries SET actor = 'x',
       hash = audit_hash(number, previous_hash, at, 'x', action, subject) WHERE number = 2`,
    'UPDATE audit_entries SET number = number + 1 WHERE number >= 11',
  ],
  'chain-head': [
    'DELETE FROM audit_entries WHERE number = 11',
    `UPDATE audit_head SET hash = 'other'`,
  ],
  'acceptance-audited': [
    `UPDATE audit_entries SET subject = 'sheets:1001-1005' WHERE number = 1`,
    `DELETE FROM audit_entries`,
  ],
  'decision-audited': [`UPDATE audit_entries SET subject = 'sheets:1-9' WHERE number = 3`],
  'deed-audited': [4, 5, 6, 7].map(
    (number) => `DELETE FROM audit_entries WHERE number = ${number}`,
  ),
  'publication-audited': [
    `DELETE FROM audit_entries WHERE action = 'ruleset.published'`,
    'UPDATE ruleset_publications SET recorded_revision = 2',
  ],
  'ruleset-step-audited': [
    `DELETE FROM audit_entries WHERE action = 'ruleset.created'`,
    `DELETE FROM audit_entries WHERE action = 'ruleset.approved'`,
    `UPDATE audit_entries SET actor = 'cli:other' WHERE action = 'ruleset.submitted'`,
    `UPDATE audit_entries SET subject = 'ruleset:RULES:1:step:30' WHERE subject LIKE '%step:3'`,
  ],
  'wording-audited': [wording('author', null), wording('author', 'approver')],
  'wording-unchanged': [
    `ALTER TABLE reason_versions DROP CONSTRAINT reason_versions_four_eyes;
     ${wording('author', 'author')}`,
    `${wording('author', 'approver')}; UPDATE reason_versions SET wording = '{"a": 1}'`,
  ],
  'decision-announced': [
    `DELETE FROM events WHERE sheet_id = 1002`,
    `UPDATE events SET kind = 'pended' WHERE sheet_id = 1002`,
    `INSERT INTO events (submitter_id, fund_id, epoch, sheet_id, revision, kind, at)
     VALUES (3, 1, 1, 1002, 1, 'decided', now())`,
  ],
  'status-announced': ['settled', 'cancelled', 'quarantined'].map(
    (kind) => `DELETE FROM events WHERE kind = '${kind}'`,
  ),
  'security-forced': [
    'ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE insured DISABLE ROW LEVEL SECURITY',
    'CREATE TABLE letters (insured_id bigint, text text)',
    `CREATE TABLE letters (fund_id bigint, text text);
     ALTER TABLE letters ENABLE ROW LEVEL SECURITY; ALTER TABLE letters FORCE ROW LEVEL SECURITY`,
  ],
  'reader-is-confined': [
    'CREATE POLICY all_of_it ON insured_persons FOR SELECT TO tasfiya_reader USING (true)',
    'CREATE POLICY everybody ON decisions USING (true)',
  ],
  'roles-are-powerless': [
    'ALTER ROLE tasfiya_reader BYPASSRLS',
    'ALTER ROLE tasfiya_worker SUPERUSER',
    'ALTER TABLE acts OWNER TO tasfiya_operator',
    'GRANT tasfiya_worker TO tasfiya_reader',
    'GRANT CREATE ON SCHEMA public TO tasfiya_operator',
  ],
  'named-is-there': [
    'UPDATE care_sheet_documents SET sheet_id = sheet_id + 8888',
    'UPDATE idempotency_keys SET fund_id = 8888',
    'UPDATE decisions SET submitter_id = 8888',
    'UPDATE events SET sheet_id = 8888',
    'UPDATE family_history SET revision = 8888',
    'UPDATE consumptions SET sheet_id = 8888',
    'UPDATE ledger_postings SET transaction_id = transaction_id + 8888',
    'UPDATE care_sheets SET submitter_id = 8888',
  ],
  'foreign-keys-name-the-tenant': [
    `ALTER TABLE care_sheets ADD CONSTRAINT care_sheets_id UNIQUE (id);
     ALTER TABLE quarantines ADD FOREIGN KEY (sheet_id) REFERENCES care_sheets (id)`,
  ],
  'references-are-checked': [
    'DROP TRIGGER sheets_exist ON events',
    'ALTER TABLE consumptions DISABLE TRIGGER decisions_exist',
  ],
  'unique-within-the-tenant': [
    'CREATE UNIQUE INDEX numbers ON care_sheets (number)',
    'ALTER TABLE care_sheets ADD CONSTRAINT care_sheets_id UNIQUE (id)',
  ],
  'views-as-the-invoker': [
    'CREATE VIEW sheets AS SELECT * FROM care_sheets',
    'CREATE MATERIALIZED VIEW sheets AS SELECT * FROM care_sheets',
  ],
  'definer-functions-known': [
    'CREATE FUNCTION peek() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1',
    'ALTER FUNCTION append_audit RESET search_path',
  ],
};

/** What is lawful, however near it comes to a violation. */
export const LAWFUL: readonly string[] = [
  consumed('2026-01-01', 200),
  consumed('2025-12-31', 300),
  `${windowed('{"kind":"sliding-months","months":1}')} ${consumed('2026-10-01', 300)}`,
  `UPDATE ruleset_publications SET valid_from = '2026-11-01', valid_to = '2026-11-01'`,
  `UPDATE ruleset_publications SET superseded_revision = 2;
   INSERT INTO ruleset_publications VALUES ('PRIVATE', 'RULES', 1, '2026-06-01', NULL, 2, NULL);
   SELECT append_audit('cli:approver', 'ruleset.published', 'ruleset:RULES:1:revision:2')`,
];

/** One more centime amount that sheet 1002 took from the cap, recorded everywhere. */
function consumed(careOn: string, amount: number): string {
  return `INSERT INTO consumptions (submitter_id, fund_id, sheet_id, revision, line_number,
      insured_id, cap, patient_rank, care_on, amount)
    VALUES (3, 1, 1002, 1, 1, 1, 'CAP', 0, '${careOn}', ${amount});
    INSERT INTO family_history (id, insured_id, submitter_id, fund_id, sheet_id, revision, kind,
      lines, consumptions) VALUES (4001, 1, 3, 1, 1002, 1, 'decision', '[]',
      '[{"amount":${amount},"cap":"CAP","date":"${careOn}","lineNumber":1,"patientRank":0}]');
    INSERT INTO accumulators
    VALUES (1, 1, 'CAP', 0, date_trunc('month', date '${careOn}'), ${amount})
    ON CONFLICT (insured_id, cap, patient_rank, month, fund_id)
    DO UPDATE SET used = accumulators.used + excluded.used;`;
}

/** The cap counts over another window. */
function windowed(window: string): string {
  return `UPDATE ruleset_versions SET document = replace(document, '{"kind":"calendar-year"}',
      '${window}');
    UPDATE ruleset_versions
    SET content_hash = encode(sha256(convert_to(document, 'UTF8')), 'hex');
    UPDATE ruleset_steps s SET content_hash = v.content_hash,
      document = CASE s.kind WHEN 'created' THEN v.document END
    FROM ruleset_versions v WHERE (v.code, v.version) = (s.code, s.version);`;
}

/** Drops the CHECK constraints of a table, which would refuse the plant. */
function unguarded(table: string): string {
  return `DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT conname FROM pg_constraint
      WHERE conrelid = '${table}'::regclass AND contype = 'c'
    LOOP EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', name); END LOOP; END $$;`;
}

/** A decision with another value at a place within its content. */
function spoiledLine(sheetId: number, path: string, value: string): string {
  const first = 'split_part(content, chr(10), 1)';
  return `UPDATE decisions SET content = replace(content, ${first},
      jsonb_set(${first}::jsonb, '${path}', '${value}')::text) WHERE sheet_id = ${sheetId}`;
}

/** A second final decision of a sheet. */
function again(sheetId: number): string {
  return `CREATE TEMPORARY TABLE twice ON COMMIT DROP AS
      SELECT * FROM decisions WHERE sheet_id = ${sheetId};
    UPDATE twice SET revision = 2; INSERT INTO decisions SELECT * FROM twice;
    UPDATE care_sheets SET revision = 2 WHERE id = ${sheetId}`;
}

/** A text of a reason that nobody audited. */
function wording(author: string, approver: string | null): string {
  const approved = approver === null ? 'NULL, NULL' : `'${approver}', now()`;
  return `INSERT INTO reason_versions (code, version, status, wording, content_hash, author,
      proposed_at, approver, approved_at)
    VALUES ('duplicate', 1, '${approver === null ? 'proposed' : 'approved'}', '{}',
      encode(sha256('{}'), 'hex'), '${author}', now(), ${approved})`;
}
