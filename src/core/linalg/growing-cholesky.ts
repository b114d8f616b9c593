/** 2^−52. */
const EPSILON = 2.220446049250313e-16;

/** What an index would be beside the members. */
export interface Reach {
  readonly index: number;
  /** L⁻¹ a, where a are the entries of A between the members and the index: an entry a member. */
  readonly row: Float64Array;
  /** d = −A_PP⁻¹ a: A(d + e_index) is zero at all members. */
  readonly direction: Float64Array;
  /** Schur complement A_ii − aᵀ A_PP⁻¹ a; 0 where it is no larger than its rounding error. */
  readonly schur: number;
}

/**
 * A_PP = L Lᵀ of a positive semidefinite A with unit diagonal, for a set P of indices that grows and shrinks by one: rows
 * are appended, and taken out by Givens rotations (Golub and Van Loan, §6.5.4), at O(|P|²) each.
 */
export class GrowingCholesky {
  /** P, in the order in which they came. */
  readonly members: number[] = [];
  /** L, of which row p has p + 1 entries. */
  private readonly rows: Float64Array[] = [];

  /** @param matrix n×n, row-major; stays as it is */
  constructor(
    private readonly matrix: Float64Array,
    private readonly n: number,
  ) {}

  /** @param index not a member */
  reach(index: number): Reach {
    const { matrix, n, members, rows } = this;
    const count = members.length;
    const row = new Float64Array(count);
    let schur = matrix[index * n + index]!;
    for (let p = 0; p < count; p++) {
      let rest = matrix[index * n + members[p]!]!;
      for (let k = 0; k < p; k++) rest -= rows[p]![k]! * row[k]!;
      row[p] = rest / rows[p]![p]!;
      schur -= row[p]! * row[p]!;
    }
    const direction = this.backward(row);
    let square = 1;
    for (let p = 0; p < count; p++) {
      direction[p] = -direction[p]!;
      square += direction[p]! * direction[p]!;
    }
    // The computed factor is exact for A + E, |E| of some |P|ε: the Schur complement is off by dᵀEd.
    return { index, row, direction, schur: schur > 8 * (count + 1) * EPSILON * square ? schur : 0 };
  }

  /** Makes an index a member. @param reach of the members as they are, with a Schur complement above 0 */
  add({ index, row, schur }: Reach): void {
    const appended = new Float64Array(row.length + 1);
    appended.set(row);
    appended[row.length] = Math.sqrt(schur);
    this.rows.push(appended);
    this.members.push(index);
  }

  /** Takes out the member at a place of `members`. */
  remove(place: number): void {
    const { rows, members } = this;
    members.splice(place, 1);
    rows.splice(place, 1);
    // Row p below has an entry too many, right of its diagonal: rotated away, column by column.
    for (let p = place; p < rows.length; p++) {
      const a = rows[p]![p]!;
      const b = rows[p]![p + 1]!;
      const length = Math.sqrt(a * a + b * b);
      const [cosine, sine] = [a / length, b / length];
      for (let q = p; q < rows.length; q++) {
        const row = rows[q]!;
        const [x, y] = [row[p]!, row[p + 1]!];
        row[p] = cosine * x + sine * y;
        row[p + 1] = cosine * y - sine * x;
      }
      rows[p] = rows[p]!.slice(0, p + 1);
    }
  }

  /** A_PP⁻¹ b. @param b an entry a member */
  solve(b: Float64Array): Float64Array {
    const x = b.slice();
    for (let p = 0; p < x.length; p++) {
      const row = this.rows[p]!;
      let rest = x[p]!;
      for (let k = 0; k < p; k++) rest -= row[k]! * x[k]!;
      x[p] = rest / row[p]!;
    }
    return this.backward(x);
  }

  /** L⁻ᵀ b. */
  private backward(b: Float64Array): Float64Array {
    const x = b.slice();
    for (let p = x.length - 1; p >= 0; p--) {
      const row = this.rows[p]!;
      x[p] = x[p]! / row[p]!;
      for (let k = 0; k < p; k++) x[k]! -= row[k]! * x[p]!;
    }
    return x;
  }
}
