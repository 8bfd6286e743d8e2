import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Some acts are done in a stay only, or out of one. */
export const careSetting: LineRule = {
  code: 'nomenclature/care-setting',
  title: 'The act fits the care setting',
  reference: 'NGAP and packages: setting of the act',
  concerns: (entry) => 'settings' in entry,
  check({ act, code }, { setting }) {
    if (act?.settings === undefined || act.settings.includes(setting)) return null;
    return deny('care-setting', { code, setting });
  },
};
