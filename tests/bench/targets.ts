/** What issues 3 and 4 of the product ask for, on two cores with everything on them. */
export const TARGETS = {
  'engine-rate': { atLeast: 100_000 },
  'engine-to-zen': { atLeast: 4 },
  'single-rate': { atLeast: 2_500 },
  'single-to-raw': { atLeast: 0.08 },
  'bulk-rate': { atLeast: 7_000 },
  'bulk-to-raw': { atLeast: 0.22 },
  'bulk-on-postgres': { atLeast: 0.6 },
  'accept-p99': { atMost: 30 },
  'decide-p99': { atMost: 100 },
  'simulation-rate': { atLeast: 20_000 },
  // What nobody notices, said as a number.
  'beside-p50': { atMost: 1.25 },
  'estimate-p95': { atMost: 50 },
  growth: { atMost: 1.15 },
  memory: { atMost: 512 },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;

export type Target = { readonly atLeast: number } | { readonly atMost: number };

export function isReached(name: TargetName, value: number): boolean {
  const target: Target = TARGETS[name];
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

export function targetText(name: TargetName): string {
  const target: Target = TARGETS[name];
  return 'atLeast' in target
    ? `>= ${target.atLeast.toLocaleString('en')}`
    : `<= ${target.atMost.toLocaleString('en')}`;
}
