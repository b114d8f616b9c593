import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';
import type { Run } from '../run.ts';
import { scalar, type State } from '../state.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

/** The mean of the two classes' stable ranks. */
export const meanStableRank = (state: State): number =>
  (scalar(state, 'stableRankPositive') + scalar(state, 'stableRankNegative')) / 2;

/** n_j: samples of each class. */
export function classSizes({ y }: Run): readonly [number, number] {
  const positive = y.filter((label) => label > 0).length;
  return [positive, y.length - positive];
}

/**
 * ‖A‖_F²/‖A‖_2² of A = C diag(m/|S_i(0)|), where C has who fires at the start for the samples of its class: the limit of
 * SR(W_j) for ReLU and samples that are orthogonal and of the same length (Lemma F.3). The mean over the classes.
 */
export function reluRankLimit(run: Run): number {
  const { own } = run.derive(scalesOf);
  const active = run.derive(activeAtStart);
  const ranks = ([0, 1] as const).map((part) => {
    const members = active.filter((_, i) => own[i] === part);
    const k = members.length;
    const firing = members.map((rows) => new Set(rows));
    // AᵀA/m²: |S_i ∩ S_k|/(|S_i||S_k|).
    const product = new Float64Array(k * k);
    let trace = 0;
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        let both = 0;
        for (const r of members[a]!) if (firing[b]!.has(r)) both++;
        product[a * k + b] = both / (members[a]!.length * members[b]!.length);
      }
      trace += product[a * k + a]!;
    }
    return k === 0 ? 1 : trace / symmetricEigenvalues(product, k)[0]!;
  });
  return (ranks[0]! + ranks[1]!) / 2;
}

/**
 * The stable rank of the whole W in the limit, for a leak γ and orthogonal samples of one length: m rows
 * Σ_{S_+} x − γ Σ_{S_−} x and m rows Σ_{S_−} x − γ Σ_{S_+} x, up to a factor. 2(1 + γ²)/(1 + γ)² for n_+ = n_−.
 */
export function wholeRankLimit(run: Run): number {
  const { gamma } = run.derive(scalesOf);
  const [positive, negative] = classSizes(run);
  const u = positive + gamma * gamma * negative;
  const v = negative + gamma * gamma * positive;
  const uv = -gamma * (positive + negative);
  const largest = (u + v) / 2 + Math.sqrt(((u - v) * (u - v)) / 4 + uv * uv);
  return (u + v) / largest;
}
