import { listTariffs as readList, type TariffRecord } from '#db/reads/tariffs.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { defineRoute } from '../../route.ts';
import { tariffFilters, tariffListSchema } from '../../schemas/nomenclature.ts';
import { REFERENCE_ACCESS, readReference, todayOf } from './read-reference.ts';

export const listTariffs = defineRoute({
  method: 'get',
  path: '/v1/tariffs',
  summary: 'Rows of the tariff grids on a date; only those in force price a line',
  access: REFERENCE_ACCESS,
  query: tariffFilters,
  answers: { 200: { description: 'All rows that match.', schema: tariffListSchema } },
  async handle(call) {
    const { grid, sector } = call.query;
    const date = call.query.date ?? todayOf(call.api);
    const rows = await readReference(call, (tx) => readList(tx, { date, grid, sector }));
    return { status: 200, json: { items: rows.map(presentTariff) } };
  },
});

function presentTariff({ itemKind, item, fund, amount, ...row }: TariffRecord) {
  return {
    ...row,
    keyLetter: itemKind === 'key-letter' ? item : null,
    act: itemKind === 'act' ? item : null,
    fund: fund === '' ? null : fund,
    amount: formatAmount(amount),
  };
}
