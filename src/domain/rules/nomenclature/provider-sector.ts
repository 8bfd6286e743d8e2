import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Some acts are billed by the public sector only, or by the private one. */
export const providerSector: LineRule = {
  code: 'nomenclature/provider-sector',
  title: 'The act fits the sector of the provider',
  reference: 'NGAP and tariff conventions by sector',
  concerns: (entry) => 'sectors' in entry,
  check({ act, code }, { provider }) {
    if (act?.sectors === undefined || act.sectors.includes(provider.sector)) return null;
    return deny('provider-sector', { code, sector: provider.sector });
  },
};
