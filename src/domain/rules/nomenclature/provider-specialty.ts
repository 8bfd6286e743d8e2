import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Some acts belong to a specialty; a provider without one cannot bill them. */
export const providerSpecialty: LineRule = {
  code: 'nomenclature/provider-specialty',
  title: 'The act fits the specialty of the provider',
  reference: 'NGAP: acts reserved to a specialty',
  concerns: (entry) => 'specialties' in entry,
  check({ act, code }, { provider }) {
    if (act?.specialties === undefined) return null;
    const { specialty } = provider;
    if (specialty !== null && act.specialties.includes(specialty)) return null;
    return deny('provider-specialty', { code, specialty: specialty ?? '' });
  },
};
