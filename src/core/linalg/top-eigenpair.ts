import { jacobiEigen } from './jacobi.ts';

/** The largest eigenpair of symmetric p×p matrices: of two rows in closed form, of more by Jacobi's rotations. */
export class TopEigenpair {
  /** Unit eigenvector of the largest eigenvalue, p entries. */
  readonly vector: Float64Array;
  /** The largest eigenvalue, and the one next to it; 0 where there is none. */
  largest = 0;
  second = 0;
  private readonly matrix: Float64Array;
  private readonly vectors: Float64Array;

  constructor(private readonly p: number) {
    this.vector = new Float64Array(p).fill(p === 1 ? 1 : 0);
    this.matrix = new Float64Array(p > 2 ? p * p : 0);
    this.vectors = new Float64Array(p > 2 ? p * p : 0);
  }

  /** @param f p×p at the beginning of an array that may be longer; it stays as it is. Its lower triangle is read where p is 2 */
  of(f: Float64Array): void {
    if (this.p === 1) this.largest = f[0]!;
    else if (this.p === 2) this.ofTwo(f[0]!, f[2]!, f[3]!);
    else this.ofMany(f);
  }

  /** Of [[a, b], [b, c]]. */
  private ofTwo(a: number, b: number, c: number): void {
    const half = (a - c) / 2;
    // Scaled, so that no square is lost or infinite.
    const scale = Math.max(Math.abs(half), Math.abs(b));
    const x = scale === 0 ? 1 : half / scale;
    const y = scale === 0 ? 0 : b / scale;
    const root = Math.sqrt(x * x + y * y);
    this.largest = (a + c) / 2 + scale * root;
    this.second = (a + c) / 2 - scale * root;
    // The larger one of its components is summed without cancellation.
    const large = Math.abs(x) + root;
    const norm = Math.sqrt(large * large + y * y);
    this.vector[0] = (x >= 0 ? large : y) / norm;
    this.vector[1] = (x >= 0 ? y : large) / norm;
  }

  private ofMany(f: Float64Array): void {
    const { p, matrix, vectors, vector } = this;
    matrix.set(f.subarray(0, p * p));
    vectors.fill(0);
    for (let g = 0; g < p; g++) vectors[g * p + g] = 1;
    jacobiEigen(matrix, p, vectors, p);
    let top = 0;
    for (let g = 1; g < p; g++) if (matrix[g * p + g]! > matrix[top * p + top]!) top = g;
    this.largest = matrix[top * p + top]!;
    this.second = -Infinity;
    for (let g = 0; g < p; g++) if (g !== top) this.second = Math.max(this.second, matrix[g * p + g]!);
    for (let g = 0; g < p; g++) vector[g] = vectors[g * p + top]!;
  }
}
