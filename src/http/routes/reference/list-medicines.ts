import { listMedicines as readList } from '#db/reads/medicines.ts';
import { presentMedicine } from '../../answers/present-medicine.ts';
import { decodeCodeCursor, encodeCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import { medicineListSchema, pageOnDate } from '../../schemas/nomenclature.ts';
import { REFERENCE_ACCESS, readReference, todayOf } from './read-reference.ts';

export const listMedicines = defineRoute({
  method: 'get',
  path: '/v1/medicines',
  summary: 'Medicines of the referential on a date',
  access: REFERENCE_ACCESS,
  query: pageOnDate,
  answers: { 200: { description: 'One page, by code.', schema: medicineListSchema } },
  async handle(call) {
    const { search, limit, cursor } = call.query;
    const date = call.query.date ?? todayOf(call.api);
    const after = decodeCodeCursor(cursor);
    const medicines = await readReference(call, (tx) =>
      readList(tx, { date, search, after, limit: limit + 1 }),
    );
    const last = medicines.length > limit ? medicines[limit - 1] : undefined;
    const items = medicines.slice(0, limit).map(presentMedicine);
    return { status: 200, json: { items, next: last ? encodeCursor(last.code) : null } };
  },
});
