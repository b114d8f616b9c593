import { dot } from './dot.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

const NO_VECTORS = new Float64Array(0);

/**
 * All eigenvalues of a symmetric matrix, descending: Householder's tridiagonalisation (Golub and Van Loan, §8.3.1), then
 * implicit QL. About 4n³/3 multiplications; each value is right to a few n·2^−53 of the largest.
 *
 * @param a n×n, row-major, symmetric; left as it is
 * @throws RangeError when an entry is not finite
 */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const scale = largestMagnitude(a, n);
  const values = new Float64Array(n);
  if (scale === 0) return values;
  // Scaled, so that no square over- or underflows.
  const matrix = a.slice(0, n * n).map((entry) => entry / scale);
  const off = new Float64Array(n);
  tridiagonalise(matrix, n, values, off);
  tridiagonalEigen(values, off, n, NO_VECTORS, 0);
  return values
    .map((value) => value * scale)
    .sort()
    .reverse();
}

function largestMagnitude(a: Float64Array, n: number): number {
  let largest = 0;
  for (let i = 0; i < n * n; i++) {
    const magnitude = Math.abs(a[i]!);
    if (!(magnitude < Infinity))
      throw new RangeError(`entry (${Math.floor(i / n)}, ${i % n}) of the matrix = ${a[i]!} is not finite`);
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}

/** Q A Qᵀ = tridiagonal; destroys A (n×n), of which only the rows and columns still to do are kept up. */
function tridiagonalise(a: Float64Array, n: number, diagonal: Float64Array, off: Float64Array): void {
  const v = new Float64Array(n);
  const w = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    diagonal[k] = a[k * n + k]!;
    const first = k + 1;
    const rest = n - first;
    if (rest === 0) return;
    // The reflection I − βvvᵀ that takes the rest of row k to a multiple of its first entry.
    const row = k * n + first;
    const head = a[row]!;
    const tail = dot(a, row + 1, a, row + 1, rest - 1);
    if (tail === 0) {
      off[k] = head;
      continue;
    }
    const norm = Math.sqrt(head * head + tail);
    off[k] = head > 0 ? -norm : norm;
    for (let i = 0; i < rest; i++) v[i] = a[row + i]!;
    v[0] = head - off[k]!;
    const beta = 2 / (v[0] * v[0] + tail);
    // A ← A − v wᵀ − w vᵀ with w = βAv − ½β²(vᵀAv)v.
    for (let i = 0; i < rest; i++) w[i] = beta * dot(a, (first + i) * n + first, v, 0, rest);
    const half = 0.5 * beta * dot(v, 0, w, 0, rest);
    for (let i = 0; i < rest; i++) w[i] = w[i]! - half * v[i]!;
    for (let i = 0; i < rest; i++) {
      const at = (first + i) * n + first;
      const vi = v[i]!;
      const wi = w[i]!;
      for (let c = 0; c < rest; c++) a[at + c] = a[at + c]! - (vi * w[c]! + wi * v[c]!);
    }
  }
}
