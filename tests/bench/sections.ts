import type { Section } from './section.ts';
import { beside } from './sections/beside.ts';
import { bulk } from './sections/bulk.ts';
import { crash } from './sections/crash.ts';
import { engine } from './sections/engine.ts';
import { estimate } from './sections/estimate.ts';
import { growth } from './sections/growth.ts';
import { latency } from './sections/latency.ts';
import { reads } from './sections/reads.ts';
import { simulation } from './sections/simulation.ts';
import { singles } from './sections/singles.ts';

/** The parts of the bench in their order. */
export const SECTIONS: readonly Section[] = [
  ...[engine, singles, bulk, latency, estimate],
  ...[reads, simulation, beside, growth, crash],
];
