import { combination, gradientProducts, gradientsOf } from './gradients.ts';
import { timesGram } from './max-margin.ts';
import { featureCount, type FrozenNetwork } from './network.ts';
import { solveProgramme } from './programme.ts';
import { normOf, squaredDistance, type WeightsInFeatures } from './weights.ts';

/** How far W over its least margin is from the KKT conditions; both without units, and 0 at a KKT point. */
export interface RunResidual {
  /** min over λ ≥ 0 of ‖W − Σ λ_i ∇q_i‖_F/‖W‖_F. */
  readonly stationarity: number;
  /** Σ λ_i (q_i/q_min − 1)/Σ λ_i for that λ. */
  readonly complementarity: number;
  /** λ of W/q_min, n entries. */
  readonly lambda: Float64Array;
}

/**
 * The normalised KKT residual of a run's state: its λ is the best one there is, from the same programme with ⟨∇q_i, W⟩ in
 * the place of 1 (nonnegative least squares).
 *
 * @param network with the pattern that W has now
 * @returns null while a margin is not positive: then no multiple of W is feasible
 */
export function runResidual(
  network: FrozenNetwork,
  gram: Float64Array,
  weights: WeightsInFeatures,
): RunResidual | null {
  const { samples, groups } = network;
  const n = samples.y.length;
  const K = featureCount(network);
  const margins = new Float64Array(n);
  for (const group of groups) {
    for (const [i, entries] of gradientsOf(network, group, gram).entries()) {
      for (const r of group.rows) {
        for (const { feature, value } of entries) margins[i]! += value * weights.z[r * K + feature]!;
      }
    }
  }
  const least = margins.reduce((a, b) => Math.min(a, b), Infinity);
  if (!(least > 0)) return null;
  const linear = margins.map((margin) => margin / least);
  const end = solveProgramme({ n, matrix: gradientProducts(network, gram), linear });
  // ⟨∇q_i, W⟩ are products with a W that exists, so the programme is bounded but for rounding.
  if (end.kind === 'unbounded') return null;
  const { lambda } = end;
  const coefficients = combination(network, lambda, gram);
  const best = { coefficients, products: timesGram(coefficients, gram, K) };
  const apart = squaredDistance(network, weights, 1 / least, best, 1);
  const [unslack, sum] = lambda.reduce(
    ([a, b], value, i) => [a + value * (linear[i]! - 1), b + value] as const,
    [0, 0] as readonly [number, number],
  );
  return {
    stationarity: Math.sqrt(apart) / (normOf(network, weights) / least),
    complementarity: unslack / sum,
    lambda,
  };
}
