import type { DataSpec } from '../experiment.ts';

/**
 * The scalars recorded at every recorded epoch t, before the update of epoch t, in the order in which they are
 * recorded and fingerprinted. z_rk are pre-activations, q_i margins, ℓ′_i = ℓ′(q_i).
 */
export const SCALARS = [
  /** L = (1/n) Σ ℓ(q_i), without any regulariser. */
  'loss',
  /** R, without λ; 0 when there is none. */
  'penalty',
  /** ‖W_+‖_F² / ‖W_+‖_2². */
  'stableRankPositive',
  /** ‖W_−‖_F² / ‖W_−‖_2². */
  'stableRankNegative',
  /** ‖W‖_F² / ‖W‖_2² of all 2m rows. */
  'stableRankAll',
  /** ‖W‖_F. */
  'frobenius',
  /** min_r ‖w_r‖ and max_r ‖w_r‖ over all 2m neurons. */
  'minNeuronNorm',
  'maxNeuronNorm',
  /** max_{i,k} |q_i − q_k| / ‖W‖_F (K Thm 4.1(iii)). */
  'marginGap',
  /** max_{i,k} ℓ′_i / ℓ′_k (F Lemma E.4). */
  'lossRatio',
  /** Pre-activation signs (z ≥ 0 or not) that differ from the last recorded epoch; 0 at t = 0. */
  'flips',
  /** Share of (j, r, i) with sign⟨w_{j,r}, x_i⟩ = j·y_i (K Lemma 5.6: 1 from T_act on). */
  'agreement',
  /** Share of training points with y_i f(x_i) ≤ 0. */
  'trainError',
  /** The same on the test points; NaN-free: −1 when there are none. */
  'testError',
  /** ‖∇_W L‖_F of the data loss, without any regulariser (M Thm 3.2). */
  'gradientNorm',
  /** Signal learning max_{j,r} |⟨w_{j,r}, μ⟩| (M §4.1); 0 for data without a signal patch. */
  'signal',
  /** Noise memorisation max_{j,r,i} ⟨w_{j,r}, ξ_i⟩ (M §4.1); 0 for data without a signal patch. */
  'noise',
  /** Pre-activation signs that differ from the epoch before, summed over all epochs 1…t, recorded or not. */
  'flipsSoFar',
  /** The last epoch up to t at which a sign differs from the epoch before; 0 when there is none. */
  'lastFlip',
] as const;

export type ScalarName = (typeof SCALARS)[number];

/** Where each stands in a row of all. */
export const SCALAR_INDEX = Object.fromEntries(SCALARS.map((name, k) => [name, k])) as Record<
  ScalarName,
  number
>;

/** Whether a recorded scalar says something: no test error without test points, no signal in data without one. */
export function isMeasured(name: ScalarName, value: number, data: Pick<DataSpec, 'kind'>): boolean {
  if (name === 'testError') return value >= 0;
  if (name !== 'signal' && name !== 'noise') return true;
  return data.kind === 'signal-noise' || data.kind === 'explicit-patches';
}
