import { sigmoid } from '../../special/sigmoid.ts';
import { largestInner } from '../gram.ts';
import type { Run } from '../run.ts';
import { ratioBound, smoothness } from './gauges.ts';

/** F's symbols for a run. */
export interface Scales {
  readonly gamma: number;
  /** H: |φ″| ≤ H. */
  readonly H: number;
  /** α, here η; 1 of the flow, whose time is what αt is of steps. */
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
    alpha: method.kind === 'flow' ? 1 : method.eta,
    omega: sigma0,
    neurons,
    a: 1 / Math.sqrt(neurons),
    rMin,
    rMax,
    R,
    C: ratioBound(gamma, R),
    p: largestInner(run),
    slope:
      activation.kind === 'smooth-leaky-relu'
        ? (z) => gamma + (1 - gamma) * sigmoid(z)
        : (z) => (z >= 0 ? 1 : gamma),
  };
}
