import type { SchemeManagement } from '#domain/coverage/reference.ts';
import type { Act } from '#domain/nomenclature/act.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';
import { recordTable } from './record-table.ts';

/** A period of validity, first and last day included; null is open. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface MedicineRow extends Medicine {
  readonly substance: string;
  readonly presentation: string;
}

export const MEDICINES = recordTable<MedicineRow>({
  name: 'medicines',
  subject: ['code'],
  columns: {
    code: 'text',
    name: 'text',
    substance: 'text',
    presentation: 'text',
    kind: 'text',
    reimbursable: 'boolean',
    publicPrice: 'bigint',
    hospitalPrice: 'bigint',
    basePrice: 'bigint',
    validFrom: 'date',
    validTo: 'date',
  },
});

export interface ActRow extends Validity {
  readonly code: string;
  readonly title: string;
  readonly category: Act['category'];
  readonly pricing: Act['pricing']['kind'];
  readonly keyLetter: string | null;
  /** In hundredths. */
  readonly coefficient: number | null;
  readonly reimbursable: boolean;
  readonly sex: 'M' | 'F' | null;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly sectors: readonly string[] | null;
  readonly specialties: readonly string[] | null;
  readonly settings: readonly string[] | null;
}

export const ACTS = recordTable<ActRow>({
  name: 'acts',
  subject: ['code'],
  columns: {
    code: 'text',
    title: 'text',
    category: 'text',
    pricing: 'text',
    keyLetter: 'text',
    coefficient: 'integer',
    reimbursable: 'boolean',
    sex: 'text',
    minAge: 'integer',
    maxAge: 'integer',
    sectors: 'text[]',
    specialties: 'text[]',
    settings: 'text[]',
    validFrom: 'date',
    validTo: 'date',
  },
});

export interface TariffRow extends Validity {
  readonly grid: string;
  readonly itemKind: 'key-letter' | 'act';
  readonly item: string;
  readonly sector: Tariff['sector'];
  /** '' is every fund. */
  readonly fund: string;
  readonly amount: number;
  readonly status: Tariff['status'];
  readonly source: string;
}

export const TARIFFS = recordTable<TariffRow>({
  name: 'tariffs',
  subject: ['grid', 'itemKind', 'item', 'sector', 'fund', 'status'],
  columns: {
    grid: 'text',
    itemKind: 'text',
    item: 'text',
    sector: 'text',
    fund: 'text',
    amount: 'bigint',
    status: 'text',
    source: 'text',
    validFrom: 'date',
    validTo: 'date',
  },
});

export interface SchemeManagementRow extends Validity, Pick<SchemeManagement, 'scheme' | 'fund'> {}

export const SCHEME_MANAGEMENT = recordTable<SchemeManagementRow>({
  name: 'scheme_management',
  subject: ['scheme'],
  columns: { scheme: 'text', fund: 'text', validFrom: 'date', validTo: 'date' },
});

export interface PublicationRow extends Validity {
  readonly scheme: string;
  readonly code: string;
  readonly version: number;
}

export const PUBLICATIONS = recordTable<PublicationRow>({
  name: 'ruleset_publications',
  subject: ['scheme'],
  columns: {
    scheme: 'text',
    code: 'text',
    version: 'integer',
    validFrom: 'date',
    validTo: 'date',
  },
});
