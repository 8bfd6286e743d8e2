import { readReasonsInForce } from '#db/repositories/reason-repository.ts';
import { REASON_CODES, type ReasonCode } from '#domain/decision/reason-codes.ts';
import { presentCatalogueReason } from '../../answers/present-reason-entry.ts';
import { defineRoute } from '../../route.ts';
import { reasonListSchema } from '../../schemas/reason-catalogue.ts';
import { REFERENCE_ACCESS, readReference } from '../reference/read-reference.ts';

export const listReasons = defineRoute({
  method: 'get',
  path: '/v1/reasons',
  summary: 'Every reason of a decision: its sentences in three languages, remedy and source',
  access: REFERENCE_ACCESS,
  answers: { 200: { description: 'The texts in force.', schema: reasonListSchema } },
  async handle(call) {
    const versions = await readReference(call, readReasonsInForce);
    const inForce = new Map(versions.map((version) => [version.code, version]));
    const codes = Object.keys(REASON_CODES) as ReasonCode[];
    const items = codes.map((code) => presentCatalogueReason(code, inForce.get(code)));
    return { status: 200, json: { items } };
  },
});
