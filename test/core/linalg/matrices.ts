import { rowProducts } from '../../../src/core/linalg/row-products.ts';
import { fillNormals } from '../../../src/core/random/stream.ts';

/** rows×cols standard normals. */
export function normalMatrix(rows: number, cols: number, seed: number): Float64Array {
  const out = new Float64Array(rows * cols);
  fillNormals(seed, 'data', 0, out, 0, rows * cols);
  return out;
}

/** A Aᵀ for the n×cols matrix A. */
export function gramOf(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  const cols = a.length / n;
  rowProducts(a, a, out, 0, n, cols, cols, n, n);
  return out;
}

export function traceOf(a: Float64Array, n: number): number {
  return Array.from({ length: n }, (_, i) => a[i * n + i]!).reduce((sum, x) => sum + x, 0);
}

/** y ← A x for the n×n matrix A. */
export function operatorOf(a: Float64Array, n: number) {
  return (x: Float64Array, y: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * x[k]!;
      y[i] = sum;
    }
  };
}

/** H diag(values) H with a Householder reflection H: the given spectrum, with no zero entries. */
export function withSpectrum(values: readonly number[], seed: number) {
  const n = values.length;
  const v = normalMatrix(1, n, seed);
  const square = v.reduce((sum, x) => sum + x * x, 0);
  const reflect = (x: Float64Array) => {
    const share = (2 * x.reduce((sum, xi, i) => sum + xi * v[i]!, 0)) / square;
    return x.map((xi, i) => xi - share * v[i]!);
  };
  return {
    apply(x: Float64Array, y: Float64Array): void {
      y.set(reflect(reflect(x).map((xi, i) => xi * values[i]!)));
    },
    /** The unit eigenvector of values[i]. */
    eigenvector: (i: number) => reflect(Float64Array.from(values, (_, k) => (k === i ? 1 : 0))),
  };
}
