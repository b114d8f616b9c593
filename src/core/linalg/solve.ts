/**
 * x with A x = b, by Gaussian elimination with partial pivoting (Golub and Van Loan, §3.4).
 *
 * @param a n×n, row-major; left as it is
 * @param b n entries; left as it is
 * @returns null where a pivot is below 1e-13 of the largest entry of A
 */
export function solve(a: Float64Array, b: Float64Array, n: number): Float64Array | null {
  const matrix = a.slice(0, n * n);
  const x = b.slice(0, n);
  const least = 1e-13 * matrix.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(matrix[i * n + k]!) > Math.abs(matrix[pivot * n + k]!)) pivot = i;
    }
    if (!(Math.abs(matrix[pivot * n + k]!) > least)) return null;
    if (pivot !== k) swapRows(matrix, x, n, k, pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i * n + k]! / matrix[k * n + k]!;
      if (factor === 0) continue;
      for (let j = k; j < n; j++) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
      x[i]! -= factor * x[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!;
    for (let j = i + 1; j < n; j++) rest -= matrix[i * n + j]! * x[j]!;
    x[i] = rest / matrix[i * n + i]!;
  }
  return x;
}

function swapRows(matrix: Float64Array, x: Float64Array, n: number, i: number, k: number): void {
  for (let j = 0; j < n; j++) {
    const entry = matrix[i * n + j]!;
    matrix[i * n + j] = matrix[k * n + j]!;
    matrix[k * n + j] = entry;
  }
  const entry = x[i]!;
  x[i] = x[k]!;
  x[k] = entry;
}
