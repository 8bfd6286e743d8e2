import type { QueryConfig, QueryResultRow } from 'pg';
import type { Queryable } from '#db/client.ts';

interface Plan {
  readonly 'QUERY PLAN': readonly [
    { readonly Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } },
  ];
}

/** Explains each query before it runs it, and counts the pages of 8 kB that it touches. */
export function countBuffers(tx: Queryable): { readonly tx: Queryable; taken(): number } {
  let buffers = 0;
  return {
    tx: {
      async query<Row extends QueryResultRow>(asked: string | QueryConfig, values?: unknown[]) {
        const text = typeof asked === 'string' ? asked : asked.text;
        const given = values ?? (typeof asked === 'string' ? undefined : asked.values);
        if (/^\s*(SELECT|WITH)\b/i.test(text)) {
          const explain = `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`;
          const { rows } = await tx.query<QueryResultRow & Plan>(explain, given);
          const plan = rows[0]?.['QUERY PLAN'][0].Plan;
          buffers += (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
        }
        return tx.query<Row>(asked, values);
      },
    },
    taken() {
      const taken = buffers;
      buffers = 0;
      return taken;
    },
  };
}
