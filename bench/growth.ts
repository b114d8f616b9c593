import type { Experiment } from '../src/core/experiment.ts';
import { K_FIGURE_4 } from './cases.ts';
import { median, timeRun } from './measure.ts';

/** How one epoch grows when one thing of K Fig. 4 does. */
export interface Growth {
  readonly name: string;
  /** What is expected of a tenfold step. */
  readonly expected: string;
  readonly points: readonly { readonly at: number; readonly epoch: number }[];
}

const REPEATS = 3;

function of(change: { n?: number; d?: number; m?: number }, epochs: number): Experiment {
  const { n = 10, d = 784, m = 100 } = change;
  return { ...K_FIGURE_4, data: { kind: 'gaussian-mixture', n, d, meanSd: 0.01, noiseSd: 1 }, m, epochs };
}

function grown(
  name: string,
  expected: string,
  experiments: readonly (readonly [number, Experiment])[],
): Growth {
  const times = experiments.map((): number[] => []);
  // One repeat of all after another, so that a busy moment of the machine is not one point's alone.
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    experiments.forEach(([, experiment], k) => {
      const { medianEpoch } = timeRun(experiment);
      if (repeat > 0) times[k]!.push(medianEpoch);
    });
  }
  return { name, expected, points: experiments.map(([at], k) => ({ at, epoch: median(times[k]!) })) };
}

export const measureGrowth = (): readonly Growth[] => [
  grown(
    'd',
    'flat',
    [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((d) => [d, of({ d }, 200)] as const),
  ),
  grown(
    'm, at n = 10',
    'linear: ×10',
    [10, 100, 1_000, 10_000].map((m) => [m, of({ m, d: 1e6 }, Math.min(200, 200_000 / m))] as const),
  ),
  grown(
    'n, at 2m = 200',
    'quadratic at most: ×4 for twice as many',
    [10, 20, 40, 80, 160].map((n) => [n, of({ n, d: 1e6 }, 100)] as const),
  ),
];
