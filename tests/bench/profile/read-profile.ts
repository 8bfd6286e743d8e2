import type { Frame } from './flame-graph.ts';

/** What V8 writes with `--cpu-prof`, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** Not work: the process waits, or loads itself. */
const IDLE = new Set(['(idle)', '(program)']);
const LOADING = /node:internal\/(modules|process\/esm)|cjs-module-lexer|\/tsx\//;

/** The busy time of a process as a tree of calls, functions of one name under one caller as one. */
export function readProfile(text: string): Frame {
  const { nodes, samples, timeDeltas } = JSON.parse(text) as CpuProfile;
  const own = new Map<number, number>();
  for (const [index, id] of samples.entries()) {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  function frameOf(id: number): Frame | undefined {
    const node = byId.get(id);
    if (node === undefined) return undefined;
    const { functionName, url } = node.callFrame;
    if (IDLE.has(functionName) || LOADING.test(url)) return undefined;
    const children = merged((node.children ?? []).flatMap((child) => frameOf(child) ?? []));
    const time = children.reduce((sum, child) => sum + child.time, own.get(id) ?? 0);
    return { name: `${functionName || '(anonymous)'} ${placeOf(url)}`.trim(), time, children };
  }
  const root = nodes[0] && frameOf(nodes[0].id);
  if (root === undefined || root.time === 0) throw new Error('the profile holds no work');
  return root;
}

/** "src/domain/money/rate.ts" or the name of a package. */
function placeOf(url: string): string {
  const place =
    /(?:^|\/)((?:src|db|workers)\/[^?]+)|node_modules\/((?:@[^/]+\/)?[^/]+)|(node:.+)/.exec(url);
  return place?.[1] ?? place?.[2] ?? place?.[3] ?? '';
}

function merged(frames: readonly Frame[]): Frame[] {
  const byName = new Map<string, Frame[]>();
  for (const frame of frames) {
    const same = byName.get(frame.name) ?? [];
    same.push(frame);
    byName.set(frame.name, same);
  }
  return [...byName].map(([name, same]) => ({
    name,
    time: same.reduce((sum, { time }) => sum + time, 0),
    children: merged(same.flatMap(({ children }) => children)),
  }));
}
