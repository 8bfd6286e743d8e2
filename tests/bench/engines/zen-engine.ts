import { ZenEngine } from '@gorules/zen-engine';
import { CAP_AMOUNT, COVERAGE, type Task } from './task.ts';

/** GoRules ZEN: a decision table over the lines, then expressions for the cap. */
export function openZen(options: { readonly trace: boolean }) {
  const engine = new ZenEngine();
  const decision = engine.createDecision(GRAPH);
  return {
    async decide({ lines, used }: Task): Promise<number> {
      const { result } = await decision.evaluate({ lines, used }, options);
      return (result as { benefit: number }).benefit;
    },
    close: () => engine.dispose(),
  };
}

const TABLE = {
  hitPolicy: 'first',
  passThrough: true,
  inputField: 'lines',
  outputPath: 'priced',
  executionMode: 'loop',
  inputs: [
    { id: 'category', name: 'Category', field: 'category' },
    { id: 'setting', name: 'Setting', field: 'setting' },
  ],
  outputs: [{ id: 'rate', name: 'Rate', field: 'rate' }],
  rules: COVERAGE.map(({ category, setting, rate }, index) => ({
    _id: String(index),
    category: JSON.stringify(category),
    setting: JSON.stringify(setting),
    rate: String(rate),
  })),
};

const CAPPED = {
  passThrough: true,
  expressions: [
    {
      id: 'wanted',
      key: 'wanted',
      value: 'sum(map(priced, floor((#.eligible * #.rate + 5000) / 10000)))',
    },
    { id: 'benefit', key: 'benefit', value: `min([$.wanted, max([0, ${CAP_AMOUNT} - used])])` },
  ],
};

const GRAPH = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'Request', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      ...{ id: 'table', name: 'Coverage', type: 'decisionTableNode', position: { x: 1, y: 0 } },
      content: TABLE,
    },
    {
      ...{ id: 'cap', name: 'Cap', type: 'expressionNode', position: { x: 2, y: 0 } },
      content: CAPPED,
    },
    { id: 'out', name: 'Response', type: 'outputNode', position: { x: 3, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'cap' },
    { id: 'c', type: 'edge', sourceId: 'cap', targetId: 'out' },
  ],
};
