import type { Experiment } from '../experiment.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Problem } from '../problem/problem.ts';
import { FeatureSpace } from './feature-space.ts';
import { ProductMaker, type Products } from './products.ts';
import type { Space } from './space.ts';
import type { Work } from '../slices.ts';
import { WeightSpace } from './weight-space.ts';

/** Above so many features the Gram matrix alone would take 200 MB, and weight space is taken. */
const MAX_GRAM = 5_000;
/** Above so many neurons W(0)W(0)ᵀ would take more than 128 MB. */
const MAX_INITIAL_GRAM = 4_000;

/**
 * Feature space costs 2mK² multiply–adds an epoch, weight space 4mK·dim (forward and step), whether the epoch is one
 * step or many: the features decide.
 */
export function chooseSpace(space: Experiment['space'], K: number, dim: number): 'feature' | 'weight' {
  if (space === 'grouped') return 'feature';
  if (space !== 'auto') return space;
  return K <= 2 * dim && K <= MAX_GRAM ? 'feature' : 'weight';
}

/**
 * Whether the stable rank is cheaper from W(0)W(0)ᵀ + Z(0)Cᵀ + CZᵀ than from the rows of W: a product with each of W₊,
 * W₋ and W costs 1.5 (2m)² + 8·2mK multiply–adds in the first form, 4·2m(dim + K) in the second.
 */
export function usesInitialGram(kind: Space['kind'], neurons: number, K: number, dim: number): boolean {
  if (kind === 'weight' || neurons > MAX_INITIAL_GRAM) return false;
  return 1.5 * neurons + 8 * K <= 4 * (dim + K);
}

export interface Ground {
  readonly kernels: Kernels;
  readonly space: FeatureSpace | WeightSpace;
  readonly products: Products;
}

/** Takes the inner products of a problem and sets W at W(0). */
export function* createSpace(
  problem: Problem,
  experiment: Experiment,
  kernels: Kernels,
  maxBatch: number,
): Work<Ground> {
  const { samples, neurons, featureCount: K } = problem;
  const { dim } = samples;
  const kind = chooseSpace(experiment.space, K, dim);
  const penalised = experiment.regularizer.kind !== 'none';
  const nothing = new Float64Array(0);
  const maker = new ProductMaker(problem, kernels);
  const products: Products = {
    gram: kind === 'feature' || penalised ? yield* maker.featureGram() : nothing,
    z0: kind === 'feature' ? yield* maker.initialFeatures() : nothing,
    featureTest: kind === 'feature' ? yield* maker.featureTest() : null,
    initialTest: kind === 'feature' ? yield* maker.initialTest() : nothing,
    initialGram: usesInitialGram(kind, neurons, K, dim) ? yield* maker.initialGram() : null,
  };
  const space =
    kind === 'feature'
      ? yield* FeatureSpace.create(problem, products, kernels, maxBatch)
      : yield* WeightSpace.create(problem, kernels, maxBatch);
  return { kernels, space, products };
}
