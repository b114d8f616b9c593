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
    help: 'Names the random draw. The same settings and seed give the same bits in every browser; run r uses seed + r.',
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
    help: 'How many runs with different seeds; charts show their mean and ± 3 standard deviations, as the papers do.',
  }),
} as const;
