import { multiply } from '../linalg/add-product.ts';
import { columnProducts } from '../linalg/column-products.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import { transposed } from '../linalg/transposed.ts';

/** L of G = L Lᵀ, n×n row-major; null where G is not positive definite to rounding. */
export function choleskyOf(gram: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let rest = gram[i * n + k]!;
      for (let e = 0; e < k; e++) rest -= factor[i * n + e]! * factor[k * n + e]!;
      if (i !== k) factor[i * n + k] = rest / factor[k * n + k]!;
      else if (rest > 1e-12 * gram[i * n + i]!) factor[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/** Of the rows of a matrix C U. */
export interface SquaredNorms {
  /** ‖C U‖_2². */
  readonly spectral: number;
  /** ‖C U‖_F². */
  readonly frobenius: number;
}

/** Of the rows from..to of C: λ_max(C G Cᵀ) = λ_max(Lᵀ CᵀC L) with G = U Uᵀ = L Lᵀ, and the trace of the same matrix. */
export function squaredNormsOf(
  c: Float64Array,
  factor: Float64Array,
  n: number,
  from: number,
  to: number,
): SquaredNorms {
  const inner = columnProducts(c, from, to, n);
  const right = new Float64Array(n * n);
  const product = new Float64Array(n * n);
  multiply(inner, factor, right, 0, n, n, n);
  multiply(transposed(factor, 0, n, n), right, product, 0, n, n, n);
  let frobenius = 0;
  for (let i = 0; i < n; i++) {
    // Symmetric but for rounding.
    for (let k = 0; k < i; k++) product[k * n + i] = product[i * n + k]!;
    frobenius += product[i * n + i]!;
  }
  return { spectral: symmetricEigenvalues(product, n)[0]!, frobenius };
}
