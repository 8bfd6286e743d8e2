import { Engine } from 'json-rules-engine';
import { CAP_AMOUNT, COVERAGE, type Task } from './task.ts';

/** json-rules-engine: a rule for each row of the table, run for each line, and one for the cap. */
export function openJsonRules() {
  const table = new Engine(
    COVERAGE.map(({ category, setting, rate }) => ({
      conditions: {
        all: [
          { fact: 'category', operator: 'equal', value: category },
          { fact: 'setting', operator: 'equal', value: setting },
        ],
      },
      event: { type: 'rate', params: { rate } },
    })),
  );
  const cap = new Engine([
    {
      conditions: {
        all: [{ fact: 'wanted', operator: 'greaterThan', value: { fact: 'room' } }],
      },
      event: { type: 'capped' },
    },
  ]);
  return async ({ lines, used }: Task): Promise<number> => {
    let wanted = 0;
    for (const { category, setting, eligible } of lines) {
      const { events } = await table.run({ category, setting });
      const rate: number = events[0]?.params?.rate ?? 0;
      wanted += Math.floor((eligible * rate + 5_000) / 10_000);
    }
    const room = Math.max(0, CAP_AMOUNT - used);
    const { events } = await cap.run({ wanted, room });
    return events.length > 0 ? room : wanted;
  };
}
