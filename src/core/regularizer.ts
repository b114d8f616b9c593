import type { RegularizerSpec } from './experiment.ts';
import { addProduct } from './linalg/add-product.ts';
import type { Batch, Objective } from './objective.ts';

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
  penalty(batch: Batch, gram: Float64Array): number;
  /** D ← D + λ ∂R/∂Z, where D holds ∂L/∂Z on entry. */
  addGradient(batch: Batch, gram: Float64Array, lambda: number, d: Float64Array): void;
}

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
  const curvature = new Float64Array(objective.signed.length);

  /** (g_i G) at (r, feature of patch p of sample i), for one neuron, without y_i a_r: Σ_p′ φ′ s G. */
  const pull = (batch: Batch, gram: Float64Array, r: number, i: number, p: number): number => {
    const { patches, features, patchFeature, patchSign, n } = batch;
    const column = patchFeature[i * patches + p]!;
    let sum = 0;
    for (let q = 0; q < patches; q++) {
      const at = i * patches + q;
      sum +=
        objective.slope[r * n * patches + at]! *
        patchSign[at]! *
        gram[patchFeature[at]! * features + column]!;
    }
    return sum;
  };

  /** ⟨g_i, g_i G⟩ = ‖∇_W q_i‖². */
  const squaredNorm = (batch: Batch, gram: Float64Array, i: number): number => {
    const { patches, patchSign, n } = batch;
    let sum = 0;
    for (let r = 0; r < objective.a.length; r++) {
      let row = 0;
      for (let p = 0; p < patches; p++) {
        const at = i * patches + p;
        row += objective.slope[r * n * patches + at]! * patchSign[at]! * pull(batch, gram, r, i, p);
      }
      sum += objective.a[r]! * objective.a[r]! * row;
    }
    return sum;
  };

  return {
    penalty(batch, gram) {
      let sum = 0;
      for (let i = 0; i < batch.n; i++) {
        const slope = objective.lossSlopes[i]!;
        sum += slope * slope * squaredNorm(batch, gram, i);
      }
      return sum / (2 * batch.n);
    },
    addGradient(batch, gram, lambda, d) {
      const { n, patches, features, patchFeature, patchSign, y } = batch;
      const width = n * patches;
      const { a, slope, signed, lossSlopes, margins, loss } = objective;
      objective.activation.curvature(signed, a.length * width, curvature);
      for (let i = 0; i < n; i++) {
        const first = lossSlopes[i]!;
        const along =
          ((lambda * first * loss.curvature(margins[i]!)) / n) * y[i]! * squaredNorm(batch, gram, i);
        const across = (lambda * first * first) / n;
        for (let r = 0; r < a.length; r++) {
          for (let p = 0; p < patches; p++) {
            const at = i * patches + p;
            const k = r * features + patchFeature[at]!;
            d[k] =
              d[k]! +
              along * a[r]! * slope[r * width + at]! * patchSign[at]! +
              across * a[r]! * a[r]! * curvature[r * width + at]! * pull(batch, gram, r, i, p);
          }
        }
      }
    },
  };
}

function fullGradient(objective: Objective): Regularizer {
  const size = objective.signed.length;
  const curvature = new Float64Array(size);
  const data = new Float64Array(size);
  const product = new Float64Array(size);

  /** data ← D, product ← D G. */
  const differentiate = (batch: Batch, gram: Float64Array): void => {
    const { features } = batch;
    objective.gradient(batch, data);
    product.fill(0, 0, objective.a.length * features);
    addProduct(1, data, gram, product, 0, objective.a.length, features, features);
  };

  return {
    penalty(batch, gram) {
      differentiate(batch, gram);
      let sum = 0;
      for (let k = 0; k < objective.a.length * batch.features; k++) sum += data[k]! * product[k]!;
      return sum / 2;
    },
    addGradient(batch, gram, lambda, d) {
      const { n, patches, features, patchFeature, patchSign, y } = batch;
      const width = n * patches;
      const { a, slope, signed, lossSlopes, margins, loss } = objective;
      differentiate(batch, gram);
      objective.activation.curvature(signed, a.length * width, curvature);
      for (let i = 0; i < n; i++) {
        let inner = 0;
        for (let r = 0; r < a.length; r++) {
          for (let p = 0; p < patches; p++) {
            const at = i * patches + p;
            inner +=
              a[r]! * slope[r * width + at]! * patchSign[at]! * product[r * features + patchFeature[at]!]!;
          }
        }
        // y_i appears twice in ⟨g_i, DG⟩ g_i and once, from φ″_i, in the second term.
        const along = (lambda * loss.curvature(margins[i]!) * inner) / n;
        const across = (lambda * lossSlopes[i]! * y[i]!) / n;
        for (let r = 0; r < a.length; r++) {
          for (let p = 0; p < patches; p++) {
            const at = i * patches + p;
            const k = r * features + patchFeature[at]!;
            d[k] =
              d[k]! +
              a[r]! *
                (along * slope[r * width + at]! * patchSign[at]! +
                  across * curvature[r * width + at]! * product[k]!);
          }
        }
      }
    },
  };
}
