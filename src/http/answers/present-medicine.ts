import type { MedicineRecord } from '#db/reads/medicines.ts';
import { formatAmount } from '#domain/money/centimes.ts';

export function presentMedicine(medicine: MedicineRecord) {
  return {
    ...medicine,
    publicPrice: formatAmount(medicine.publicPrice),
    hospitalPrice: formatAmount(medicine.hospitalPrice),
    basePrice: formatAmount(medicine.basePrice),
  };
}
