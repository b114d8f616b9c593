import type { RegularizerSpec } from './experiment.ts';
import type { Batch, Objective } from './objective.ts';
import { Pace, slices, type Work } from './slices.ts';

/**
 * The gradient regularisers of M as functions of Z (DESIGN §2), for every model. With g_i = ∂q_i/∂Z (entry
 * y_i a_r φ′ s at each patch), φ″_i the same entries with φ″ for φ′s, D = ∂L/∂Z and G the Gram matrix of the features:
 *
 *   PEGR  R = (1/2n) Σ_i ‖∇_W ℓ_i‖² = (1/2n) Σ ℓ′_i² ⟨g_i, g_i G⟩
 *   FGR   R = ½ ‖∇_W L‖² = ½ tr(D G Dᵀ)
 *   ∂PEGR/∂Z = (1/n) Σ_i [ ℓ′_i ℓ″_i ⟨g_i, g_i G⟩ g_i + ℓ′_i² φ″_i ⊙ (g_i G) ]
 *   ∂FGR/∂Z  = (1/n) Σ_i [ ℓ″_i ⟨g_i, D G⟩ g_i + ℓ′_i φ″_i ⊙ (D G) ]
 *
 * M §2 (PEGR) and §4.1, which writes FGR without the ½ (CLAIMS C3). All read the last `objective.forward(batch, z)`.
 */
export interface Regularizer {
  /** R at the last forward. `gram` is K×K for the batch's features. */
  penalty(batch: Batch, gram: Float64Array): Work<number>;
  /** D ← D + λ ∂R/∂Z, where D holds ∂L/∂Z on entry. */
  addGradient(batch: Batch, gram: Float64Array, lambda: number, d: Float64Array): Work;
}

/** Multiply–adds for each entry of φ′ of a pass over all of them. */
const WORK_PER_ENTRY = 4;

/** @returns null for `none` */
export function createRegularizer(spec: RegularizerSpec, objective: Objective): Regularizer | null {
  switch (spec.kind) {
    case 'none':
      return null;
    case 'pegr':
      return perExample(objective);
    case 'fgr':
      return fullGradient(objective);
  }
}

function perExample(objective: Objective): Regularizer {
  const { kernels, a, slope } = objective;
  const curvature = kernels.allocate(slope.length);
  const samples = objective.margins.length;
  const patches = slope.length / a.length / samples;
  const norms = kernels.allocate(samples);
  const along = kernels.allocate(samples);
  const across = kernels.allocate(samples);
  const blocks = kernels.allocate(samples * patches * patches);
  const pace = new Pace(WORK_PER_ENTRY * slope.length);
  let measuredAt = -1;

  /** norms ← ‖∇_W q_i‖², and the blocks of G that its samples see, once a forward pass. */
  const measure = function* (batch: Batch, gram: Float64Array): Work {
    const { n, features, patchFeature, patchSign } = batch;
    if (measuredAt === objective.passes) return;
    kernels.patchBlocks(patchFeature, patchSign, gram, n, patches, features, blocks);
    kernels.gradientNorms(a, slope, patchSign, blocks, a.length, n, patches, norms);
    measuredAt = objective.passes;
    if (pace.isDue()) yield;
  };

  return {
    *penalty(batch, gram) {
      yield* measure(batch, gram);
      let sum = 0;
      for (let i = 0; i < batch.n; i++) {
        const first = objective.lossSlopes[i]!;
        sum += first * first * norms[i]!;
      }
      return sum / (2 * batch.n);
    },
    *addGradient(batch, gram, lambda, d) {
      const { n, features, patchFeature, patchSign, y } = batch;
      const { signed, lossSlopes, margins, loss, activation } = objective;
      yield* measure(batch, gram);
      activation.curvature(signed, a.length * n * patches, curvature);
      for (let i = 0; i < n; i++) {
        const first = lossSlopes[i]!;
        along[i] = ((lambda * first * loss.curvature(margins[i]!)) / n) * y[i]! * norms[i]!;
        across[i] = (lambda * first * first) / n;
      }
      kernels.addPerExamplePenalty(
        a,
        slope,
        curvature,
        patchFeature,
        patchSign,
        blocks,
        along,
        across,
        a.length,
        n,
        patches,
        features,
        d,
      );
    },
  };
}

function fullGradient(objective: Objective): Regularizer {
  const { kernels, a, slope } = objective;
  const size = slope.length;
  const samples = objective.margins.length;
  const curvature = kernels.allocate(size);
  const data = kernels.allocate(size);
  const product = kernels.allocate(size);
  const along = kernels.allocate(samples);
  const across = kernels.allocate(samples);
  let differentiatedAt = -1;

  /** data ← D, product ← D G, once a forward pass. */
  const differentiate = function* (batch: Batch, gram: Float64Array): Work {
    if (differentiatedAt === objective.passes) return;
    const { features } = batch;
    objective.gradient(batch, data);
    yield* slices(a.length, features * features, (from, to) =>
      kernels.multiply(data, gram, product, from, to, features, features),
    );
    differentiatedAt = objective.passes;
  };

  return {
    *penalty(batch, gram) {
      yield* differentiate(batch, gram);
      return kernels.dot(data, product, a.length * batch.features) / 2;
    },
    *addGradient(batch, gram, lambda, d) {
      const { n, patches, features, patchFeature, patchSign, y } = batch;
      const { signed, lossSlopes, margins, loss, activation } = objective;
      yield* differentiate(batch, gram);
      activation.curvature(signed, a.length * n * patches, curvature);
      const rows = a.length;
      kernels.alongGradient(a, slope, patchFeature, patchSign, product, rows, n, patches, features, along);
      for (let i = 0; i < n; i++) {
        // y_i appears twice in ⟨g_i, DG⟩ g_i and once, from φ″_i, in the second term.
        along[i] = (lambda * loss.curvature(margins[i]!) * along[i]!) / n;
        across[i] = (lambda * lossSlopes[i]! * y[i]!) / n;
      }
      kernels.addFullGradientPenalty(
        a,
        slope,
        curvature,
        patchFeature,
        patchSign,
        product,
        along,
        across,
        rows,
        n,
        patches,
        features,
        d,
      );
    },
  };
}
