import { dot } from './dot.ts';

/** A diagonal entry of T below this share of the largest: the rows of U hardly span K dimensions. */
const DEPENDENT = 1e-6;

/**
 * U = T Q with T lower triangular and Q orthonormal, by Householder's reflections (Golub and Van Loan, §5.2): the first K
 * rows of Q span the rows of U, the others what is orthogonal to them. Q is held as K reflections.
 */
export class OrthonormalBasis {
  private constructor(
    readonly K: number,
    readonly dim: number,
    /** T⁻¹, K×K, row-major. */
    readonly inverse: Float64Array,
    /** v_k, from its coordinate k on, and β_k: I − β v vᵀ; K×dim and K entries. */
    private readonly vectors: Float64Array,
    private readonly betas: Float64Array,
  ) {}

  /**
   * @param u K×dim, row-major
   * @returns null where the rows are dependent, or nearly so
   */
  static of(u: Float64Array, K: number, dim: number): OrthonormalBasis | null {
    if (K > dim) return null;
    const t = u.slice();
    const vectors = new Float64Array(K * dim);
    const betas = new Float64Array(K);
    for (let k = 0; k < K; k++) {
      const rest = dim - k;
      const row = k * dim + k;
      const norm = Math.sqrt(dot(t, row, t, row, rest));
      if (!(norm > 0)) return null;
      const head = t[row]!;
      vectors.set(t.subarray(row, row + rest), row);
      vectors[row] = head > 0 ? head + norm : head - norm;
      betas[k] = 2 / dot(vectors, row, vectors, row, rest);
      for (let i = k; i < K; i++) reflect(t, i * dim + k, vectors, row, betas[k]!, rest);
    }
    const inverse = lowerInverse(t, K, dim);
    return inverse === null ? null : new OrthonormalBasis(K, dim, inverse, vectors, betas);
  }

  /** Replaces x by its coordinates, dim entries: the first K along the features, the others orthogonal to them. */
  coordinates(x: Float64Array): void {
    const { K, dim, vectors, betas } = this;
    for (let k = 0; k < K; k++) reflect(x, k, vectors, k * (dim + 1), betas[k]!, dim - k);
  }
}

/** x ← x − β ⟨v, x⟩ v for `count` entries of x and v from their places on. */
function reflect(
  x: Float64Array,
  at: number,
  v: Float64Array,
  from: number,
  beta: number,
  count: number,
): void {
  const share = beta * dot(x, at, v, from, count);
  for (let c = 0; c < count; c++) x[at + c] = x[at + c]! - share * v[from + c]!;
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
