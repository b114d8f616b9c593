import type { Experiment } from '../src/core/experiment.ts';
import { CASES, K_FIGURE_4 } from './cases.ts';
import { median, timeRun, timeTraining } from './measure.ts';

/** Milliseconds of one epoch with the stable ranks, and of training only. */
interface GrowthPoint {
  readonly at: number;
  readonly epoch: number;
  readonly training: number;
}

/** How one epoch grows when one thing of an experiment does. */
export interface Growth {
  readonly name: string;
  /** What is expected. */
  readonly expected: string;
  readonly points: readonly GrowthPoint[];
}

const REPEATS = 3;

function mixture(change: { n?: number; d?: number; m?: number }, epochs: number): Experiment {
  const { n = 10, d = 784, m = 100 } = change;
  return { ...K_FIGURE_4, data: { kind: 'gaussian-mixture', n, d, meanSd: 0.01, noiseSd: 1 }, m, epochs };
}

/** K Fig. 5 at another width. */
function basis(m: number): Experiment {
  return { ...CASES.find(({ id }) => id === 'k5')!.experiment, m };
}

function grown(
  name: string,
  expected: string,
  experiments: readonly (readonly [number, Experiment])[],
): Growth {
  const epochs = experiments.map((): number[] => []);
  const training = experiments.map((): number[] => []);
  // One repeat of all after another, so that a busy moment of the machine is not one point's alone.
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    experiments.forEach(([, experiment], k) => {
      const run = timeRun(experiment).medianEpoch;
      const steps = timeTraining(experiment);
      // The first warms up.
      if (repeat === 0) return;
      epochs[k]!.push(run);
      training[k]!.push(steps);
    });
  }
  const points = experiments.map(([at], k) => ({
    at,
    epoch: median(epochs[k]!),
    training: median(training[k]!),
  }));
  return { name, expected, points };
}

const dimensions = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const widths = [10, 100, 1_000, 10_000];

export const measureGrowth = (): readonly Growth[] => [
  grown(
    'd, at n = 10, 2m = 200',
    'flat',
    dimensions.map((d) => [d, mixture({ d }, 400)] as const),
  ),
  grown(
    'm, at n = 20, d = 40',
    'linear: ×10',
    widths.map((m) => [m, basis(m)] as const),
  ),
  grown(
    'm, at n = 10, d = 784',
    'training: linear; stable ranks: of W(0), 2m×min(2m, d)',
    widths.map((m) => [m, mixture({ m }, m > 1_000 ? 100 : 400)] as const),
  ),
  grown(
    'n, at d = 10⁶, 2m = 200',
    'quadratic at most: ×4',
    [10, 20, 40, 80, 160].map((n) => [n, mixture({ n, d: 1e6 }, 400)] as const),
  ),
];
