/** Sweeps at most; five or six do. */
const MAX_SWEEPS = 30;

/**
 * Eigenvalues and, where wanted, eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan,
 * §8.5): each value right to a few 2^−53 of the largest. Allocates nothing.
 *
 * @param a n×n, row-major, symmetric; receives the eigenvalues on its diagonal
 * @param vectors rows×n: multiplied by the matrix whose column k is the eigenvector of value k; null where not wanted
 * @param rows of `vectors`
 */
export function jacobiEigen(a: Float64Array, n: number, vectors: Float64Array | null, rows: number): void {
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = a[p * n + q]!;
        const one = a[p * n + p]!;
        const other = a[q * n + q]!;
        // Below rounding of both: nothing would change.
        if (
          Math.abs(one) + Math.abs(off) === Math.abs(one) &&
          Math.abs(other) + Math.abs(off) === Math.abs(other)
        ) {
          continue;
        }
        isDiagonal = false;
        const tau = (other - one) / (2 * off);
        const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        const cosine = 1 / Math.sqrt(1 + t * t);
        rotate(a, n, p, q, cosine, t * cosine);
        a[p * n + p] = one - t * off;
        a[q * n + q] = other + t * off;
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        if (vectors !== null) rotateColumns(vectors, n, rows, p, q, cosine, t * cosine);
      }
    }
    if (isDiagonal) return;
  }
}

/** Rows and columns p and q of a, but for the entries where they meet. */
function rotate(a: Float64Array, n: number, p: number, q: number, cosine: number, sine: number): void {
  for (let k = 0; k < n; k++) {
    if (k === p || k === q) continue;
    const one = a[p * n + k]!;
    const other = a[q * n + k]!;
    const first = cosine * one - sine * other;
    const second = sine * one + cosine * other;
    a[p * n + k] = first;
    a[k * n + p] = first;
    a[q * n + k] = second;
    a[k * n + q] = second;
  }
}

function rotateColumns(
  vectors: Float64Array,
  n: number,
  rows: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let r = 0; r < rows; r++) {
    const one = vectors[r * n + p]!;
    const other = vectors[r * n + q]!;
    vectors[r * n + p] = cosine * one - sine * other;
    vectors[r * n + q] = sine * one + cosine * other;
  }
}
