import type { Kernels } from '../kernels/kernels.ts';
import type { Space } from '../space/space.ts';

/**
 * A bound of all singular values but the largest of some rows A of W, carried along as W moves: by Weyl's inequality
 * σ₂(A(t)) ≤ σ₂(A(s)) + ‖A(t) − A(s)‖_F. With W(t) − W(s) = (C(t) − C(s)) U its square is Σ (C(t) − C(s))(Z(t) − Z(s)),
 * entry by entry: O(mK), where a new proof costs several products with A Aᵀ.
 */
export class RestBound {
  /** C and Z of those rows: now, and where the bound was found. */
  private readonly c: Float64Array;
  private readonly z: Float64Array;
  private readonly cFrom: Float64Array;
  private readonly zFrom: Float64Array;
  /** σ₂ at the state that is remembered; ∞ when there is none. */
  private second = Infinity;

  constructor(
    private readonly kernels: Kernels,
    space: Space,
    neurons: number,
    from: number,
    to: number,
  ) {
    const K = space.c.length / neurons;
    this.c = space.c.subarray(from * K, to * K);
    this.z = space.z.subarray(from * K, to * K);
    this.cFrom = kernels.allocate(this.c.length);
    this.zFrom = kernels.allocate(this.z.length);
  }

  /** Of the eigenvalues of A Aᵀ but the largest, now; ∞ when nothing is known. */
  now(): number {
    if (this.second === Infinity) return Infinity;
    const { c, z, cFrom, zFrom } = this;
    const squares = this.kernels.movedSquares(c, cFrom, z, zFrom, c.length);
    const bound = this.second + Math.sqrt(Math.max(0, squares));
    return bound * bound;
  }

  /** @param squared bound of those eigenvalues at the present state */
  remember(squared: number): void {
    this.second = Math.sqrt(Math.max(0, squared));
    this.cFrom.set(this.c);
    this.zFrom.set(this.z);
  }
}
