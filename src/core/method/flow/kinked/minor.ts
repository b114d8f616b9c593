/** A pivot below this share of its diagonal entry: the row depends on those before it. */
const DEPENDENT = 1e-11;

/** The Cholesky factor of a minor of a Gram matrix: of some rows and the same columns, as far as they are independent. */
export class Minor {
  /** The rows that are independent of those before them, in the order given. */
  readonly rows: Int32Array;
  /** Lower triangle, row-major, as many rows as `rows`. */
  private readonly factor: Float64Array;

  /**
   * @param gram K×K, symmetric and positive semidefinite
   * @param wanted rows, each once
   */
  constructor(
    private readonly gram: Float64Array,
    private readonly K: number,
    wanted: readonly number[],
  ) {
    const most = wanted.length;
    const factor = new Float64Array(most * most);
    const rows: number[] = [];
    for (const k of wanted) {
      const size = rows.length;
      let pivot = gram[k * K + k]!;
      for (let i = 0; i < size; i++) {
        let sum = gram[k * K + rows[i]!]!;
        for (let j = 0; j < i; j++) sum -= factor[size * most + j]! * factor[i * most + j]!;
        const entry = sum / factor[i * most + i]!;
        factor[size * most + i] = entry;
        pivot -= entry * entry;
      }
      if (!(pivot > DEPENDENT * gram[k * K + k]!)) continue;
      factor[size * most + size] = Math.sqrt(pivot);
      rows.push(k);
    }
    this.rows = Int32Array.from(rows);
    this.factor = factor;
    this.stride = most;
  }

  private readonly stride: number;

  /** x ← the solution of G_FF x = −G_Fk, for the rows F of this minor: what they take on when entry k grows by 1. */
  answer(k: number, x: Float64Array): void {
    const { rows, gram, K } = this;
    for (let i = 0; i < rows.length; i++) x[i] = -gram[rows[i]! * K + k]!;
    this.solve(x);
  }

  /** x ← G_FF⁻¹ x. */
  solve(x: Float64Array): void {
    const { rows, factor, stride } = this;
    const size = rows.length;
    for (let i = 0; i < size; i++) {
      let sum = x[i]!;
      for (let j = 0; j < i; j++) sum -= factor[i * stride + j]! * x[j]!;
      x[i] = sum / factor[i * stride + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = x[i]!;
      for (let j = i + 1; j < size; j++) sum -= factor[j * stride + i]! * x[j]!;
      x[i] = sum / factor[i * stride + i]!;
    }
  }
}
