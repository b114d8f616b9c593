import type { KrylovSpace } from './krylov.ts';

/** The top Ritz pair (θ, y) of a Krylov space, and how far it can be trusted. */
export class TopPair {
  /** Index of θ among the Ritz values. */
  index = 0;
  /** The largest Ritz value θ. */
  value = 0;
  /** r = ‖A y − θ y‖. */
  residual = 0;
  /** Bound, for certain, of the eigenvalues of A on what is orthogonal to y and to the locked vectors. */
  restBelow = Infinity;
  /** The same, for y too: bound of A on all that is orthogonal to the locked vectors. */
  allBelow = Infinity;
  /** θ less the next eigenvalue, as far as the Ritz values tell or `restBelow` assures. */
  private gap = 0;

  constructor(private readonly space: KrylovSpace) {}

  /**
   * Computes all this from the space as it is.
   *
   * @param trace trace of the positive semidefinite A, less that on the locked vectors; ∞ when not known
   * @param known bound of all eigenvalues of A but the largest; ∞ when not known
   */
  assess(trace: number, known: number): void {
    const { space } = this;
    space.solve();
    const second = this.find();
    const { beta, ritzValues, last, size } = space;
    const weight = last[this.index]!;
    this.residual = beta * Math.abs(weight);

    // Orthogonal to the space, the trace of A is what is left of it, and so bounds its eigenvalues; β couples the two.
    let outside = trace;
    for (let k = 0; k < size; k++) outside -= ritzValues[k]!;
    outside = Math.max(0, outside);
    const coupling = beta * Math.sqrt(Math.max(0, 1 - weight * weight));
    const shown = second < 0 ? outside : largestOfTwo(ritzValues[second]!, coupling, outside);
    this.restBelow = Math.min(known, shown);
    this.allBelow = largestOfTwo(this.value, beta, outside);

    // To the top of the second value's own error interval: one still on its way up does not vouch for the first.
    const toSecond =
      second < 0 ? this.value : this.value - ritzValues[second]! - beta * Math.abs(last[second]!);
    this.gap = Math.max(toSecond, this.value - this.restBelow, Number.MIN_VALUE);
  }

  /** Whether the error bound min(r, r²/gap) of θ is below tolerance·θ, with the gap that the Ritz values tell. */
  isSettled(tolerance: number): boolean {
    const { residual, value, gap } = this;
    const bound = gap > residual ? (residual * residual) / gap : residual;
    return bound <= tolerance * Math.abs(value) && gap > 0;
  }

  /**
   * Whether {@link estimate} is as close, with a gap that is certain: then no eigenvalue of A orthogonal to the locked
   * vectors is above it.
   */
  isProven(tolerance: number): boolean {
    const gap = this.value - this.restBelow;
    return gap > 0 && halfWidth(this.value, this.residual, gap) <= tolerance * Math.abs(this.value);
  }

  /** The middle of the interval that {@link halfWidth} is about, with the gap that is certain. */
  estimate(): number {
    return this.value + middle(this.value, this.residual, this.value - this.restBelow);
  }

  /** Finds the largest Ritz value. @returns the index of the second largest, −1 if there is none */
  find(): number {
    const { size, ritzValues } = this.space;
    let top = 0;
    let second = -1;
    for (let k = 1; k < size; k++) {
      if (ritzValues[k]! > ritzValues[top]!) {
        second = top;
        top = k;
      } else if (second < 0 || ritzValues[k]! > ritzValues[second]!) second = k;
    }
    this.index = top;
    this.value = ritzValues[top]!;
    return second;
  }
}

/**
 * Half of the width of the interval that has the largest eigenvalue λ of a positive semidefinite A in it, given a unit
 * vector with Rayleigh quotient θ and residual r, and the distance of θ to the other eigenvalues, gap ≤ θ:
 * θ + r²/θ ≤ λ, as ‖Ay‖² ≤ λ yᵀAy, and λ ≤ θ + r²/gap (Temple; Kato 1949), or θ + r.
 */
export function halfWidth(theta: number, r: number, gap: number): number {
  const above = gap > r ? (r * r) / gap : r;
  return 0.5 * Math.max(0, above - r * (r / theta));
}

/** The middle of the interval, less θ; 0 where the gap is not known to be above r. */
export function middle(theta: number, r: number, gap: number): number {
  return gap > r ? 0.5 * (r * (r / gap) + r * (r / theta)) : 0;
}

/** The larger eigenvalue of [a b; b c]: of a symmetric block matrix with blocks below a and c and a coupling of norm b. */
function largestOfTwo(a: number, b: number, c: number): number {
  if (c === Infinity) return c;
  const half = 0.5 * (a - c);
  return 0.5 * (a + c) + Math.sqrt(half * half + b * b);
}
