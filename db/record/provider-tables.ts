import type { Provider } from '#domain/care-sheet/parties.ts';
import { recordTable } from './record-table.ts';
import type { Validity } from './reference-tables.ts';

export interface ProviderRow extends Omit<Provider, 'active'> {
  readonly name: string;
  /** '' where it is not known. */
  readonly region: string;
}

export const PROVIDERS = recordTable<ProviderRow>({
  name: 'providers',
  subject: ['inpe'],
  columns: {
    inpe: 'text',
    kind: 'text',
    sector: 'text',
    specialty: 'text',
    name: 'text',
    region: 'text',
  },
});

export interface ActivityRow extends Validity {
  readonly inpe: string;
}

export const PROVIDER_ACTIVITY = recordTable<ActivityRow>({
  name: 'provider_activity',
  subject: ['inpe'],
  columns: { inpe: 'text', validFrom: 'date', validTo: 'date' },
});
