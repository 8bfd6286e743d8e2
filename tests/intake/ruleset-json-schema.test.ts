import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import { loadRuleset, SHIPPED_RULESETS } from '#fixtures/load-rulesets.ts';
import { rulesetJsonSchema } from '#src/intake/ruleset-json-schema.ts';
import { BROKEN_RULESETS, type Draft } from './broken-rulesets.ts';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly $ref?: string;
}

/** Every field of an object, with its path and its description. */
function fieldsOf(node: Node, path = ''): { path: string; description: string }[] {
  const alternatives = [
    ...(node.anyOf ?? []),
    ...(node.oneOf ?? []),
    ...(node.items ? [node.items] : []),
  ];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
      { path: `${path}/${name}`, description: field.description ?? '' },
      ...fieldsOf(field, `${path}/${name}`),
    ]),
    ...alternatives.flatMap((each) => fieldsOf(each, path)),
  ];
}

const ajv = new Ajv2020({ strict: true, formats: { date: isCalendarDate } });
const isRuleset = ajv.compile(rulesetJsonSchema());

describe('the JSON Schema of a ruleset', () => {
  it('describes every field', () => {
    const fields = fieldsOf(rulesetJsonSchema());
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter(({ description }) => description.length < 4)).toEqual([]);
    const paths = fields.map(({ path }) => path);
    for (const path of ['/coverage/when/sexes', '/holds/threshold', '/cases/lines/expect/copay']) {
      expect(paths).toContain(path);
    }
  });

  it.each(Object.values(SHIPPED_RULESETS).flat())('lets the shipped ruleset %s pass', (code) => {
    expect(isRuleset(loadRuleset(code)), ajv.errorsText(isRuleset.errors)).toBe(true);
  });

  const shaped = ['not-one-of', 'rate-above-one', 'source-missing', 'not-a-span'];
  it.each(BROKEN_RULESETS.filter(({ code }) => shaped.includes(code)))(
    'refuses $title where the schema can say it',
    ({ breakIt, mend }) => {
      const draft = structuredClone(loadRuleset('CNSS-2005')) as unknown as Draft;
      breakIt(draft);
      const refused = !isRuleset(draft);
      mend(draft);
      expect([refused, isRuleset(draft)]).toEqual([true, true]);
    },
  );
});
