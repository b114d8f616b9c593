import { dot } from './dot.ts';
import { Pace, type Work } from '../slices.ts';
import { jacobiEigen } from './jacobi.ts';

/** What is left of a vector below this share of it is rounding. */
const NEGLIGIBLE = 1e-13;

/** A symmetric operator on a block Krylov space, diagonalised. */
export interface RitzNodes {
  /** θ_k, the Ritz values. */
  readonly values: Float64Array;
  /** Component of each start vector on each Ritz vector: values×(start vectors). */
  readonly weights: Float64Array;
  /** ‖A y_k − θ_k y_k‖ of each Ritz vector. */
  readonly residuals: Float64Array;
}

/**
 * Ritz values of A on span{V, AV, …, A^(depth−1)V} (Golub and Underwood 1977): vᵀf(A)v of every v in span V is then
 * Σ (v's component on k)² f(θ_k) exactly for polynomials f of degree 2·depth − 1, as by a Gauss quadrature.
 *
 * Vectors are orthogonalised twice against all before; one of which nothing is left is dropped.
 *
 * @param apply y ← A x, both arrays that belong together
 * @param start V, vectors of `dimension` entries
 * @param x,y what `apply` works on
 * @param work multiply–adds of a product
 */
export function* blockKrylov(
  apply: (x: Float64Array, y: Float64Array) => void,
  start: readonly Float64Array[],
  depth: number,
  x: Float64Array,
  y: Float64Array,
  work: number,
): Work<RitzNodes> {
  const dimension = x.length;
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  let block: readonly Float64Array[] = start;
  for (let level = 0; level < depth; level++) {
    const from = basis.length;
    const pace = new Pace(work + 4 * basis.length * dimension);
    for (const vector of block) {
      const rest = orthonormalised(vector, basis);
      if (rest === null) continue;
      basis.push(rest);
      if (pace.isDue()) yield;
    }
    for (let k = from; k < basis.length; k++) {
      x.set(basis[k]!);
      apply(x, y);
      images.push(y.slice());
      if (pace.isDue()) yield;
    }
    block = images.slice(from);
  }
  const q = basis.length;
  const matrix = new Float64Array(q * q);
  for (let i = 0; i < q; i++) {
    for (let k = 0; k <= i; k++) {
      const entry = dot(basis[i]!, 0, images[k]!, 0, dimension);
      matrix[i * q + k] = entry;
      matrix[k * q + i] = entry;
    }
  }
  yield;
  // What A adds to the space, vector by vector of the basis: its Gram matrix.
  const outside = images.map((image) => without(image, basis));
  const vectors = new Float64Array(q * q);
  for (let k = 0; k < q; k++) vectors[k * q + k] = 1;
  jacobiEigen(matrix, q, vectors, q);
  yield;
  const values = new Float64Array(q);
  const weights = new Float64Array(q * start.length);
  const residuals = new Float64Array(q);
  for (let k = 0; k < q; k++) values[k] = matrix[k * q + k]!;
  for (let v = 0; v < start.length; v++) {
    for (let i = 0; i < q; i++) {
      const along = dot(basis[i]!, 0, start[v]!, 0, dimension);
      for (let k = 0; k < q; k++) {
        const at = k * start.length + v;
        weights[at] = weights[at]! + vectors[i * q + k]! * along;
      }
    }
  }
  const sum = new Float64Array(dimension);
  for (let k = 0; k < q; k++) {
    sum.fill(0);
    for (let i = 0; i < q; i++) addScaled(vectors[i * q + k]!, outside[i]!, sum);
    residuals[k] = Math.sqrt(dot(sum, 0, sum, 0, dimension));
  }
  return { values, weights, residuals };
}

/** The part of a vector that is orthogonal to an orthonormal basis. */
function without(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = vector.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const q of basis) addScaled(-dot(q, 0, rest, 0, rest.length), q, rest);
  }
  return rest;
}

/** The same of unit length; null where nothing is left. */
function orthonormalised(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | null {
  const before = dot(vector, 0, vector, 0, vector.length);
  const rest = without(vector, basis);
  const square = dot(rest, 0, rest, 0, rest.length);
  if (!(square > NEGLIGIBLE * NEGLIGIBLE * before)) return null;
  const norm = Math.sqrt(square);
  return rest.map((entry) => entry / norm);
}

function addScaled(alpha: number, x: Float64Array, y: Float64Array): void {
  for (let k = 0; k < y.length; k++) y[k] = y[k]! + alpha * x[k]!;
}
