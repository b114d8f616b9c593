import { number } from '../spec.ts';

/** How many runs, and which. */
export const RUNS = {
  seed: number({
    kind: 'integer',
    key: 'seed',
    symbol: '',
    name: 'Seed',
    default: 1,
    min: 0,
    max: 4_294_967_275,
    scale: 'linear',
    step: 1,
  }),
  runs: number({
    kind: 'integer',
    key: 'runs',
    symbol: '',
    name: 'Number of runs',
    default: 5,
    min: 1,
    max: 20,
    scale: 'linear',
    step: 1,
  }),
} as const;
