import type { Experiment } from '../experiment.ts';
import type { Problem } from '../problem/problem.ts';
import { FeatureSpace } from './feature-space.ts';
import {
  featureGram,
  featureTest,
  initialFeatures,
  initialGram,
  initialTest,
  type Products,
} from './products.ts';
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
  if (space !== 'auto') return space;
  return K <= 2 * dim && K <= MAX_GRAM ? 'feature' : 'weight';
}

/**
 * Whether the stable rank is cheaper from W(0)W(0)ᵀ + Z(0)Cᵀ + CZᵀ (2m×2m, once) than from the rows of W (2m×dim,
 * written out at every epoch in feature space). A few matrix–vector products an epoch either way.
 */
export function usesInitialGram(kind: Space['kind'], neurons: number, K: number, dim: number): boolean {
  if (kind === 'weight' || neurons > MAX_INITIAL_GRAM) return false;
  const products = 5;
  const gramCost = products * (neurons * neurons + 4 * neurons * K);
  const rowsCost = neurons * K * dim + products * 2 * neurons * dim;
  return gramCost <= rowsCost;
}

export interface Ground {
  readonly space: Space;
  readonly products: Products;
}

/** Takes the inner products of a problem and sets W at W(0). */
export function* createSpace(problem: Problem, experiment: Experiment, maxBatch: number): Work<Ground> {
  const { samples, neurons, featureCount: K } = problem;
  const { dim } = samples;
  const kind = chooseSpace(experiment.space, K, dim);
  const penalised = experiment.regularizer.kind !== 'none';
  const nothing = new Float64Array(0);
  const products: Products = {
    gram: kind === 'feature' || penalised ? yield* featureGram(problem) : nothing,
    z0: kind === 'feature' ? yield* initialFeatures(problem) : nothing,
    featureTest: kind === 'feature' ? yield* featureTest(problem) : nothing,
    initialTest: kind === 'feature' ? yield* initialTest(problem) : nothing,
    initialGram: usesInitialGram(kind, neurons, K, dim) ? yield* initialGram(problem) : null,
  };
  const space =
    kind === 'feature' ? new FeatureSpace(problem, products, maxBatch) : new WeightSpace(problem, maxBatch);
  return { space, products };
}
