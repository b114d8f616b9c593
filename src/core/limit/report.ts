import { GrowingCholesky } from '../linalg/growing-cholesky.ts';
import { gradientProducts } from './gradients.ts';
import type { Limit } from './max-margin.ts';
import { featureCount, isAligned, neuronsOf } from './network.ts';
import { pairsOffPattern } from './pattern.ts';
import { theoremFacts, type TheoremFacts } from './theorem.ts';
import type { WeightsInFeatures } from './weights.ts';

/** The limit of a run's pattern, as plain data for whoever shows it. */
export type LimitReport = SolvedLimit | { readonly kind: 'none'; readonly why: string };

export interface SolvedLimit {
  readonly kind: 'solved';
  /** y_i, λ_i and q_i of the limit: n entries each. */
  readonly labels: Float64Array;
  readonly lambda: Float64Array;
  readonly margins: Float64Array;
  /** What λ_i is by the run's own coefficients; NaN where the run has none. */
  readonly ownLambda: Float64Array;
  /** Whether the pattern is that of F Theorem 3.2. */
  readonly aligned: boolean;
  /** Whether other λ give the same W, or may: M is singular at the samples whose margin is 1. */
  readonly singular: boolean;
  /** Pairs (neuron, patch) of the limit on the other side of the kink than the pattern says, and all of them. */
  readonly offPattern: number;
  readonly pairs: number;
  readonly theorem: TheoremFacts | null;
}

/** A margin so near to 1 is at 1. */
const AT_ONE = 1e-9;

/** @param weights W of the run whose pattern it is */
export function reportOf(limit: Limit, weights: WeightsInFeatures): SolvedLimit {
  const { network, lambda, margins } = limit;
  const { y, patchFeature } = network.samples;
  return {
    kind: 'solved',
    labels: y.slice(),
    lambda,
    margins,
    ownLambda: ownMultipliers(limit, weights),
    aligned: isAligned(network),
    singular: isSingular(limit),
    offPattern: pairsOffPattern(limit),
    pairs: (neuronsOf(network, 1) + neuronsOf(network, -1)) * patchFeature.length,
    theorem: theoremFacts(limit),
  };
}

/**
 * K's coefficients (Def. 5.1) as multipliers: F (6) says w_r = a_r λ_i y_i x_i + … of a neuron that fires for x_i, so that
 * λ_i is the mean of C_ri/(a_r y_i) over the neurons of the own class, for W over its least margin. NaN with several patches.
 */
function ownMultipliers({ network }: Limit, { c, z }: WeightsInFeatures): Float64Array {
  const { samples, groups, scale } = network;
  const { y, patches, patchFeature } = samples;
  const K = featureCount(network);
  const sums = new Float64Array(y.length);
  const firing = new Float64Array(y.length);
  const outputs = new Float64Array(y.length);
  for (const { sign, rows, slopes } of groups) {
    for (const r of rows) {
      for (const [i, label] of y.entries()) {
        const at = r * K + patchFeature[i]!;
        outputs[i]! += label * sign * scale * slopes[i]! * z[at]!;
        if (sign !== label || slopes[i] !== 1) continue;
        sums[i]! += c[at]! / scale;
        firing[i]! += 1;
      }
    }
  }
  const least = outputs.reduce((a, b) => Math.min(a, b), Infinity);
  return sums.map((sum, i) => (patches === 1 && least > 0 ? sum / (firing[i]! * least) : NaN));
}

function isSingular({ network, gram, margins }: Limit): boolean {
  const n = margins.length;
  const matrix = gradientProducts(network, gram);
  const scale = Float64Array.from(margins, (_, i) => 1 / Math.sqrt(matrix[i * n + i]!));
  const unit = matrix.map((entry, at) => entry * scale[Math.floor(at / n)]! * scale[at % n]!);
  const factor = new GrowingCholesky(unit, n);
  for (let i = 0; i < n; i++) {
    if (margins[i]! > 1 + AT_ONE) continue;
    const reach = factor.reach(i);
    if (reach.schur === 0) return true;
    factor.add(reach);
  }
  return false;
}
