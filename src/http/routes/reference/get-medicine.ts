import { findMedicine } from '#db/reads/medicines.ts';
import { AppError } from '#src/errors.ts';
import { presentMedicine } from '../../answers/present-medicine.ts';
import { defineRoute } from '../../route.ts';
import { atDate, byCode, medicineSchema } from '../../schemas/nomenclature.ts';
import { REFERENCE_ACCESS, readReference, todayOf } from './read-reference.ts';

export const getMedicine = defineRoute({
  method: 'get',
  path: '/v1/medicines/{code}',
  summary: 'A medicine of the referential on a date',
  access: REFERENCE_ACCESS,
  params: byCode,
  query: atDate,
  answers: { 200: { description: 'The version in force on the date.', schema: medicineSchema } },
  async handle(call) {
    const date = call.query.date ?? todayOf(call.api);
    const medicine = await readReference(call, (tx) => findMedicine(tx, { ...call.params, date }));
    if (medicine === undefined) {
      throw new AppError('not-found', 'No such medicine is in the referential on the date.');
    }
    return { status: 200, json: presentMedicine(medicine) };
  },
});
