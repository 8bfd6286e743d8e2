import { adjudicate } from '../adjudication/adjudicate.ts';
import { type CompiledReference, compileReference } from '../coverage/compiled-reference.ts';
import type { GoldenCase } from '../coverage/golden-case.ts';
import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetVersion } from '../coverage/ruleset.ts';
import { rulesetsWith } from '../coverage/rulesets-with.ts';
import { caseInput } from './case-input.ts';
import type { CaseResult, CasesReport } from './cases-report.ts';
import { compareCase } from './compare-case.ts';
import { rowsOf, rowsTouched } from './ruleset-rows.ts';

/**
 * Decides the golden cases of a ruleset as if it were published, beside all else that is on
 * record, and compares what comes out with what they expect. The document must be a valid one.
 */
export function runCases(version: RulesetVersion, reference: ReferenceRows): CasesReport {
  const rulesets = rulesetsWith(version, reference.rulesets);
  const world = { version, reference: compileReference({ ...reference, rulesets }) };
  const cases = (version.document.cases ?? []).map((golden, index) =>
    runCase(golden, `/cases/${index}`, world),
  );
  const touched = new Set(cases.flatMap(({ rows }) => rows));
  const passed = cases.filter((each) => each.passed).length;
  return {
    passed,
    failed: cases.length - passed,
    cases,
    untouched: rowsOf(version.document).filter(({ code }) => !touched.has(code)),
  };
}

interface World {
  readonly version: RulesetVersion;
  readonly reference: CompiledReference;
}

function runCase(golden: GoldenCase, pointer: string, world: World): CaseResult {
  const { version, reference } = world;
  const decision = adjudicate(caseInput(golden, version.document, reference));
  const differences = compareCase(golden, decision).map((difference) => ({
    ...difference,
    pointer: pointer + difference.pointer,
  }));
  return {
    code: golden.code,
    title: golden.title,
    pointer,
    passed: differences.length === 0,
    differences,
    rows: rowsTouched(decision, `${version.document.code}@${version.version}`),
  };
}
