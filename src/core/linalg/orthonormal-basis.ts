import { dot } from './dot.ts';

/**
 * U = T Q with T lower triangular and Q orthonormal, by Householder's reflections (Golub and Van Loan, §5.2): the first K
 * rows of the whole basis span the rows of U, the others what is orthogonal to them.
 */
export interface OrthonormalBasis {
  /** dim×dim, orthonormal rows. */
  readonly rows: Float64Array;
  /** T⁻¹, K×K, row-major. */
  readonly inverse: Float64Array;
}

/** A diagonal entry of T below this share of the largest: the rows of U hardly span K dimensions. */
const DEPENDENT = 1e-6;

/**
 * @param u K×dim, row-major
 * @returns null where the rows are dependent, or nearly so
 */
export function orthonormalBasis(u: Float64Array, K: number, dim: number): OrthonormalBasis | null {
  if (K > dim) return null;
  const t = u.slice();
  const rows = new Float64Array(dim * dim);
  for (let c = 0; c < dim; c++) rows[c * (dim + 1)] = 1;
  const v = new Float64Array(dim);
  for (let k = 0; k < K; k++) {
    const rest = dim - k;
    const row = k * dim + k;
    const norm = Math.sqrt(dot(t, row, t, row, rest));
    if (!(norm > 0)) return null;
    const head = t[row]!;
    v.set(t.subarray(row, row + rest));
    v[0] = head > 0 ? head + norm : head - norm;
    // I − βvvᵀ on the coordinates from k on.
    const beta = 2 / dot(v, 0, v, 0, rest);
    for (let i = k; i < K; i++) {
      const at = i * dim + k;
      const share = beta * dot(t, at, v, 0, rest);
      for (let c = 0; c < rest; c++) t[at + c] = t[at + c]! - share * v[c]!;
    }
    for (let c = 0; c < dim; c++) {
      let share = 0;
      for (let i = 0; i < rest; i++) share += v[i]! * rows[(k + i) * dim + c]!;
      share *= beta;
      for (let i = 0; i < rest; i++) {
        const at = (k + i) * dim + c;
        rows[at] = rows[at]! - share * v[i]!;
      }
    }
  }
  const inverse = lowerInverse(t, K, dim);
  return inverse === null ? null : { rows, inverse };
}

/** The inverse of the lower triangle of the first K columns of t (rows of `stride`), by forward substitution. */
function lowerInverse(t: Float64Array, K: number, stride: number): Float64Array | null {
  let largest = 0;
  for (let k = 0; k < K; k++) largest = Math.max(largest, Math.abs(t[k * stride + k]!));
  const inverse = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    const pivot = t[i * stride + i]!;
    if (!(Math.abs(pivot) > DEPENDENT * largest)) return null;
    for (let c = 0; c <= i; c++) {
      let sum = i === c ? 1 : 0;
      for (let k = c; k < i; k++) sum -= t[i * stride + k]! * inverse[k * K + c]!;
      inverse[i * K + c] = sum / pivot;
    }
  }
  return inverse;
}
