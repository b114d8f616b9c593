import type { Experiment } from '../../../../src/core/experiment.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { runsOf } from '../replay.ts';

/** n samples near the axes of 2n dimensions: lengths 1 to 1.05, inner products of about `crossing`. */
function nearAxes(n: number, crossing: number): Experiment['data'] {
  const d = 2 * n;
  const x = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) x[i * d + k] = crossing * Math.sin(1 + i * n + k);
    x[i * d + i] = 1 + (0.05 * i) / (n - 1);
  }
  return { kind: 'explicit', n, d, x, y: Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1)) };
}

/** All that Theorem 4.2 asks for: R_min²/(np) ≥ 5γ⁻²C_R, A1 and A2. */
const THEOREM: Experiment = {
  ...K_FIGURE_1,
  data: nearAxes(6, 5e-5),
  m: 8,
  activation: { kind: 'smooth-leaky-relu', gamma: 0.5 },
  secondLayer: '1/sqrt(2m)',
  sigma0: 1e-12,
  method: { kind: 'gradient-descent', eta: 1e-4 },
  epochs: 40,
  testPoints: 0,
};

/** Two samples, f linear (γ = 1, H = 0): margins 0.1 and 2.1, then a step of 200 (CLAIMS C25). */
const LONG_STEP: Experiment = {
  ...THEOREM,
  data: {
    kind: 'explicit',
    n: 2,
    d: 2,
    x: Float64Array.of(1, 0, 0, 1),
    y: Float64Array.of(1, 1),
    w0: Float64Array.of(0.1 * Math.SQRT1_2, 2.1 * Math.SQRT1_2, -0.1 * Math.SQRT1_2, -2.1 * Math.SQRT1_2),
  },
  m: 1,
  activation: { kind: 'smooth-leaky-relu', gamma: 1 },
  method: { kind: 'gradient-descent', eta: 200 },
  epochs: 3,
};

const CLUSTERS: Experiment = {
  ...THEOREM,
  data: { kind: 'binary-clusters', n: 12, d: 2_000, meanExponent: 0.26, labelNoise: 0.15 },
  m: 16,
  sigma0: 1e-4,
  method: { kind: 'gradient-descent', eta: 0.01 },
  epochs: 40,
};

const EXPERIMENTS = {
  theorem: THEOREM,
  /** The same with steps as one would take them: A1 and A2 are far from met, all margins are soon fitted. */
  trained: { ...THEOREM, sigma0: 1e-3, method: { kind: 'gradient-descent', eta: 2 }, epochs: 300 },
  /** Leaky ReLU itself, on data that Theorem 3.2 allows. */
  leaky: {
    ...THEOREM,
    data: nearAxes(6, 1e-3),
    activation: { kind: 'leaky-relu', gamma: 0.5 },
    sigma0: 1e-3,
    method: { kind: 'gradient-descent', eta: 2 },
    epochs: 240,
  },
  /** The same by the flow that the theorem is about, to t = e^10,000. */
  flow: {
    ...THEOREM,
    data: nearAxes(6, 1e-3),
    activation: { kind: 'leaky-relu', gamma: 0.5 },
    sigma0: 1e-3,
    method: { kind: 'flow', logTime: 10_000, tolerance: 1e-9 },
    epochs: 60,
  },
  /** With the smoothed leak, on data that Theorem 4.2 allows. */
  flowSmooth: {
    ...THEOREM,
    sigma0: 1e-3,
    method: { kind: 'flow', logTime: 200, tolerance: 1e-9 },
    epochs: 40,
  },
  flowClusters: { ...CLUSTERS, method: { kind: 'flow', logTime: 1_000, tolerance: 1e-9 } },
  /** Gaussian samples, some with wrong labels, as in F's figures. */
  clusters: CLUSTERS,
  longStep: LONG_STEP,
} as const satisfies Record<string, Experiment>;

export type RunName = keyof typeof EXPERIMENTS;

export const runOf = runsOf<RunName>(EXPERIMENTS);
