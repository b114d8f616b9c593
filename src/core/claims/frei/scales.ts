import { sigmoid } from '../../special/sigmoid.ts';
import { gramOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { ratioBound, smoothness } from './gauges.ts';

/** F's symbols for a run. */
export interface Scales {
  readonly gamma: number;
  /** H: |φ″| ≤ H. */
  readonly H: number;
  /** α, here η. */
  readonly alpha: number;
  /** ω, here σ₀. */
  readonly omega: number;
  /** Number of all neurons, m in F, and |a_j| = 1/√m. */
  readonly neurons: number;
  readonly a: number;
  readonly rMin: number;
  readonly rMax: number;
  readonly R: number;
  /** C_R = 10R²/γ² + 10. */
  readonly C: number;
  /** p = max_{i≠k} |⟨x_i, x_k⟩|; NaN where it would be too dear to know. */
  readonly p: number;
  /** φ′. */
  slope(z: number): number;
}

/** Above so many samples p is only known where the run has formed the Gram matrix. */
const MANY = 500;

function largestInner(run: Run): number {
  const { n } = run;
  if (n > MANY) return NaN;
  const gram = run.derive(gramOf);
  let most = 0;
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) most = Math.max(most, Math.abs(gram[i * n + k]!));
  return most;
}

/** To be had by `run.derive(scalesOf)`. */
export function scalesOf(run: Run): Scales {
  const { experiment, facts } = run.start;
  const { activation, method, sigma0 } = experiment;
  const { rMin, rMax, neurons } = facts;
  const gamma = activation.kind === 'relu-power' ? 0 : activation.gamma;
  const R = rMax / rMin;
  return {
    gamma,
    H: smoothness(experiment),
    alpha: method.eta,
    omega: sigma0,
    neurons,
    a: 1 / Math.sqrt(neurons),
    rMin,
    rMax,
    R,
    C: ratioBound(gamma, R),
    p: facts.p ?? largestInner(run),
    slope:
      activation.kind === 'smooth-leaky-relu'
        ? (z) => gamma + (1 - gamma) * sigmoid(z)
        : (z) => (z >= 0 ? 1 : gamma),
  };
}
