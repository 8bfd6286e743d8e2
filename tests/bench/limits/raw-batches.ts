import { Client } from 'pg';

/** The rows of some sheets, one statement a table. */
export interface RawBatch {
  readonly rows: number;
  readonly inserts: readonly {
    readonly table: string;
    readonly text: string;
    /** Array literals, one a column. */
    readonly values: readonly string[];
  }[];
}

/** Where the rows of a sheet are, and how they belong to it. */
const SHEET_OF: Readonly<Record<string, string>> = {
  care_sheets: 'source.id',
  care_sheet_documents: 'source.sheet_id',
  idempotency_keys: 'source.sheet_id',
  decisions: 'source.sheet_id',
  family_history: 'source.sheet_id',
  consumptions: 'source.sheet_id',
  events: 'source.sheet_id',
  ledger_transactions: `split_part(source.subject, ':', 2)::bigint`,
  ledger_postings: `(SELECT split_part(t.subject, ':', 2)::bigint FROM ledger_transactions t
    WHERE (t.id, t.fund_id) = (source.transaction_id, source.fund_id))`,
};

export const RAW_TABLES = Object.keys(SHEET_OF);

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Reads all that the product wrote for its sheets, in batches of so many sheets by their ids. */
export async function copyBatches(url: string, size: number): Promise<RawBatch[]> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(
      `CREATE TEMP TABLE numbered AS
         SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${size} AS batch FROM care_sheets;
       CREATE UNIQUE INDEX ON numbered (id)`,
    );
    const batches = new Map<number, RawBatch>();
    for (const table of RAW_TABLES) await addTable(owner, table, batches);
    return [...batches.values()];
  } finally {
    await owner.end();
  }
}

async function addTable(
  owner: Client,
  table: string,
  batches: Map<number, RawBatch>,
): Promise<void> {
  const columns = await columnsOf(owner, table);
  const text = insertText(table, columns);
  // An array of arrays must be rectangular, so inner arrays travel as text.
  const literals = columns.map(({ name }) => `array_agg(source.${name}::text)::text`);
  const { rows } = await owner.query<{ batch: string; rows: string; literals: string[] }>(
    `SELECT batch, count(*) AS rows, ARRAY[${literals.join(', ')}] AS literals
     FROM ${table} AS source JOIN numbered ON numbered.id = ${SHEET_OF[table]}
     GROUP BY batch ORDER BY batch`,
  );
  for (const row of rows) {
    const batch = batches.get(Number(row.batch)) ?? { rows: 0, inserts: [] };
    batches.set(Number(row.batch), {
      rows: batch.rows + Number(row.rows),
      inserts: [...batch.inserts, { table, text, values: row.literals }],
    });
  }
}

async function columnsOf(owner: Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [table],
  );
  return rows;
}

function insertText(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${outer(type)}[]`).join(', ');
  const values = columns.map(({ name, type }) => (isArray(type) ? `${name}::${type}` : name));
  return `INSERT INTO raw.${table} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM unnest(${arrays}) AS rows (${names})`;
}

const isArray = (type: string) => type.endsWith('[]');
const outer = (type: string) => (isArray(type) ? 'text' : type);
