import type { LoadResult } from './load-order.ts';

/** What the requests of one run came to. */
export interface LoadLog {
  accepted(sheet: { index: number; id: number; dueAt: number; answeredAt: number }): void;
  status(status: number): void;
  result(startedAt: number, endedAt: number): LoadResult;
}

export function createLoadLog(): LoadLog {
  const statuses: Record<number, number> = {};
  const columns: [number[], number[], number[], number[]] = [[], [], [], []];
  return {
    accepted({ index, id, dueAt, answeredAt }) {
      columns[0].push(index);
      columns[1].push(id);
      columns[2].push(dueAt);
      columns[3].push(answeredAt);
    },
    status(status) {
      statuses[status] = (statuses[status] ?? 0) + 1;
    },
    result(startedAt, endedAt) {
      const [indexes, ids, dueAt, answeredAt] = columns.map((column) => Float64Array.from(column));
      const none = new Float64Array();
      return {
        ...{ statuses, startedAt, endedAt },
        indexes: indexes ?? none,
        ids: ids ?? none,
        dueAt: dueAt ?? none,
        answeredAt: answeredAt ?? none,
      };
    },
  };
}
