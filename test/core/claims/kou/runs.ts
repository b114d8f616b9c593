import type { Experiment } from '../../../../src/core/experiment.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { runsOf } from '../replay.ts';

/** Small and fast, of the same kind as K's figures. */
const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 6, d: 400, meanSd: 0.01, noiseSd: 1 },
  m: 12,
  epochs: 64,
  testPoints: 0,
};

/** Orthogonal data and a wide network meet all that K's theorems assume: p = 0, a = 1/6, m ≥ 50 log(2n/δ). */
const THEOREM: Experiment = {
  ...SMALL,
  data: { kind: 'orthogonal-basis', n: 6, d: 300, replacement: false },
  m: 400,
  method: { kind: 'gradient-descent', eta: 400 },
  epochs: 160,
  sigma0: 1e-4,
};

const slope = (gamma: number) => ({ activation: { kind: 'leaky-relu', gamma } }) as const;

/** To t = e^10,000, so that fits are over log t from 1,000 on; no thinned claim is due at point 77 but for being the last. */
const FLOW = { method: { kind: 'flow', logTime: 10_000, tolerance: 1e-9 }, epochs: 77 } as const;

const EXPERIMENTS = {
  leaky: { ...SMALL, ...slope(0.5) },
  relu: { ...SMALL, ...slope(0) },
  /** ReLU patterns that go on to flip, as at K's Figure 4. */
  flipping: { ...K_FIGURE_1, ...slope(0), m: 30, epochs: 500, testPoints: 0 },
  theoremLeaky: { ...THEOREM, ...slope(0.5) },
  theoremRelu: { ...THEOREM, ...slope(0) },
  /** The same by gradient flow. */
  flowLeaky: { ...SMALL, ...slope(0.5), ...FLOW },
  flowRelu: { ...SMALL, ...slope(0), ...FLOW },
  flowTheoremLeaky: { ...THEOREM, ...slope(0.5), ...FLOW },
  flowTheoremRelu: { ...THEOREM, ...slope(0), ...FLOW },
} as const satisfies Record<string, Experiment>;

export type RunName = keyof typeof EXPERIMENTS;

export const runOf = runsOf<RunName>(EXPERIMENTS);
