import { matrixCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Work } from '../slices.ts';
import type { Space } from '../space/space.ts';

/** The rows of W₊, of W₋, or all of W. */
export type Part = 'positive' | 'negative' | 'all';

const PARTS: readonly Part[] = ['positive', 'negative', 'all'];

/**
 * Bounds of all singular values but the largest of W₊, W₋ and W, carried along as W moves: by Weyl's inequality
 * σ₂(A(t)) ≤ σ₂(A(s)) + ‖A(t) − A(s)‖_F. With W(t) − W(s) = (C(t) − C(s)) U the square of that is
 * Σ (C(t) − C(s))(Z(t) − Z(s)), entry by entry: O(mK), where a new proof costs several products with A Aᵀ.
 */
export class RestBounds {
  /** A bound of σ₂ at the state s; ∞ when nothing is known. */
  private readonly second: Record<Part, number> = { positive: Infinity, negative: Infinity, all: Infinity };
  /** Squares of how far the halves have moved since; null before they are asked for. */
  private moved: readonly [number, number] | null = null;

  private constructor(
    private readonly kernels: Kernels,
    /** C and Z at the state s; with those of now, the first half of the rows and the second. */
    private readonly halves: readonly Half[],
  ) {}

  static *of(kernels: Kernels, space: Pick<Space, 'c' | 'z'>): Work<RestBounds> {
    const half = space.c.length / 2;
    const halves: Half[] = [];
    for (const from of [0, half]) {
      const c = space.c.subarray(from, from + half);
      const z = space.z.subarray(from, from + half);
      halves.push({ c, z, cFrom: yield* matrixCopy(kernels, c), zFrom: yield* matrixCopy(kernels, z) });
    }
    return new RestBounds(kernels, halves);
  }

  /** W has moved. */
  update(): void {
    this.moved = null;
  }

  /** Of the eigenvalues of A Aᵀ but the largest, now; ∞ when nothing is known. */
  now(part: Part): number {
    const second = this.second[part];
    if (second === Infinity) return Infinity;
    const bound = second + this.distance(part);
    return bound * bound;
  }

  /** @param squared bound of those eigenvalues now, which becomes the state s */
  remember(part: Part, squared: number): void {
    for (const each of PARTS) {
      if (this.second[each] < Infinity) this.second[each] += this.distance(each);
    }
    this.second[part] = Math.sqrt(Math.max(0, squared));
    for (const { c, z, cFrom, zFrom } of this.halves) {
      cFrom.set(c);
      zFrom.set(z);
    }
    this.moved = [0, 0];
  }

  /** ‖A(t) − A(s)‖_F. */
  private distance(part: Part): number {
    const [positive, negative] = (this.moved ??= [this.squares(0), this.squares(1)]);
    switch (part) {
      case 'positive':
        return Math.sqrt(positive);
      case 'negative':
        return Math.sqrt(negative);
      case 'all':
        return Math.sqrt(positive + negative);
    }
  }

  private squares(half: 0 | 1): number {
    const { c, z, cFrom, zFrom } = this.halves[half]!;
    return Math.max(0, this.kernels.movedSquares(c, cFrom, z, zFrom, c.length));
  }
}

interface Half {
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly cFrom: Float64Array;
  readonly zFrom: Float64Array;
}
