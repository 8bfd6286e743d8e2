import { z } from 'zod';
import { rulesetSchema } from './ruleset-schema.ts';

/**
 * The schema of a ruleset for editors and programs of others (JSON Schema 2020-12). It says all
 * but what needs two fields to be compared, or the record.
 */
export function rulesetJsonSchema(): object {
  schema ??= z.toJSONSchema(rulesetSchema, { io: 'input', target: 'draft-2020-12' });
  return schema;
}

let schema: object | undefined;
