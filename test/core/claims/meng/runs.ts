import type { Experiment } from '../../../../src/core/experiment.ts';
import { M_FIGURES } from '../../experiments.ts';
import { runsOf } from '../replay.ts';

/** All that Theorem 3.2 asks for, with constants 1: d ≥ m²n², m, n ≥ log d + log(1/σ₀), λ = 1/(σ_p√d), σ_p√d ≥ m. */
const THEOREM: Experiment = {
  data: { kind: 'signal-noise', n: 22, d: 260_000, meanNorm: 2, noiseSd: 40 / Math.sqrt(260_000) },
  m: 23,
  activation: { kind: 'relu-power', q: 2 },
  secondLayer: '1/m',
  loss: 'logistic',
  regularizer: { kind: 'pegr', lambda: 1 / 40, until: 285 },
  sigma0: 1e-4,
  method: { kind: 'gradient-descent', eta: 0.3 },
  epochs: 420,
  // Eleven samples in each class: T₁ is of classes of one size.
  seed: 4,
  testPoints: 20,
  space: 'auto',
};

/** Noise patches along axes of their own. */
function orthogonalPatches(n: number): Experiment['data'] {
  const d = n + 1;
  const xi = new Float64Array(n * d);
  for (let i = 0; i < n; i++) xi[i * d + 1 + i] = 2 + 0.1 * i;
  const mu = new Float64Array(d);
  mu[0] = 1;
  return {
    kind: 'explicit-patches',
    n,
    d,
    mu,
    xi,
    y: Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1)),
  };
}

const EXPERIMENTS = {
  theorem: THEOREM,
  /** Theorem 3.3: the same without the penalty, in steps that see the first stage. */
  standard: {
    ...THEOREM,
    regularizer: { kind: 'none' },
    method: { kind: 'gradient-descent', eta: 0.02 },
    epochs: 240,
  },
  /** The papers' figures: second layer ±1. */
  figure: { ...M_FIGURES, regularizer: { kind: 'pegr', lambda: 0.0125 }, epochs: 200 },
  fgr: { ...M_FIGURES, regularizer: { kind: 'fgr', lambda: 0.5 }, sigma0: 0.1, epochs: 40 },
  orthogonal: {
    ...M_FIGURES,
    data: orthogonalPatches(6),
    m: 4,
    regularizer: { kind: 'fgr', lambda: 1 },
    sigma0: 0.3,
    method: { kind: 'gradient-descent', eta: 0.1 },
    epochs: 40,
  },
  /** n ≥ 8 log(4/δ). */
  many: {
    ...M_FIGURES,
    data: { kind: 'signal-noise', n: 64, d: 400, meanNorm: 1, noiseSd: 0.5 },
    epochs: 1,
  },
} as const satisfies Record<string, Experiment>;

export type RunName = keyof typeof EXPERIMENTS;

export const runOf = runsOf<RunName>(EXPERIMENTS);
