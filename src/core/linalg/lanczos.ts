import { fillNormals } from '../random/stream.ts';
import { KrylovSpace, type Operator } from './krylov.ts';
import { leadingEigenvalues } from './leading.ts';
import { addDirection } from './direction.ts';

/** Share of a fixed random direction in every start, so that no eigenvector is absent from it. */
const MIX = 1e-2;

/** Entries of the basis by default: at most 2 MB, but never fewer than 48 vectors. */
const BASIS_ENTRIES = 262144;
const MIN_BASIS = 48;

const MIN_STEPS = 3;

/** Restarts before the estimate reached is taken: only two nearly equal values in a large matrix come so far. */
const MAX_RESTARTS = 40;

/**
 * Largest eigenvalues of symmetric positive semidefinite operators by Lanczos' method. Storage is kept from
 * call to call; one object may serve any number of operators of its dimension.
 */
export class Lanczos {
  /** Products with the operator in the last call of {@link largest} or {@link leading}. */
  steps = 0;
  private readonly space: KrylovSpace;
  /** MIX times a fixed random unit vector. */
  private readonly mix: Float64Array;
  private readonly initial: Float64Array;
  /** Index of the largest Ritz value. */
  private top = 0;

  /** @param maxBasis most basis vectors kept; the default keeps all of them up to dimension 512 */
  constructor(
    readonly dimension: number,
    maxBasis = Math.max(MIN_BASIS, Math.floor(BASIS_ENTRIES / dimension)),
  ) {
    if (!(dimension >= 1)) throw new RangeError(`dimension ${dimension} of the operator is below 1`);
    this.space = new KrylovSpace(dimension, Math.min(dimension, Math.max(MIN_STEPS + 1, maxBasis)));
    this.mix = new Float64Array(dimension);
    this.initial = new Float64Array(dimension);
    fillNormals(0, 'start', 1, this.initial, 0, dimension);
    addDirection(MIX, this.initial, this.mix);
  }

  /**
   * The largest eigenvalue θ of A, from a Krylov space begun at `start`. Stops when the error bound of the Ritz value,
   * min(r, r²/gap) with r = ‖A y − θ y‖, is below tolerance·θ. The gap to the rest of the spectrum is taken to the top
   * of the second Ritz value's own error interval, so that a second value still on its way up cannot vouch for the first.
   *
   * @param apply y ← A x
   * @param start any vector, best the last eigenvector; receives the unit eigenvector
   * @returns θ; 0 for A = 0; NaN when A x was not finite (`start` is then left as it was)
   */
  largest(apply: Operator, start: Float64Array, tolerance = 1e-13): number {
    const { space, mix, initial } = this;
    this.steps = 0;
    initial.set(mix);
    addDirection(1, start, initial);
    space.begin(initial);
    for (let restart = 0; ; restart++) {
      const settled = this.grow(apply, tolerance);
      if (settled === null) return NaN;
      space.solveVectors();
      this.findTop();
      space.ritzVector(this.top, start);
      if (settled || restart === MAX_RESTARTS) return Math.max(0, space.ritzValues[this.top]!);
      space.begin(start);
    }
  }

  /**
   * The `count` largest eigenvalues of A, descending, with their multiplicities, each to tolerance·θ₁
   * ({@link leadingEigenvalues}; that call has storage of its own).
   */
  leading(apply: Operator, count: number, start: Float64Array, tolerance = 1e-9): Float64Array {
    this.steps = 0;
    return leadingEigenvalues(
      (x, y) => {
        this.steps++;
        apply(x, y);
      },
      this.dimension,
      count,
      start,
      tolerance,
    );
  }

  /** Grows the space until θ is settled. @returns false when the basis is full before, null when A x was not finite */
  private grow(apply: Operator, tolerance: number): boolean | null {
    const { space } = this;
    let check = MIN_STEPS;
    while (space.canGrow()) {
      this.steps++;
      if (!space.step(apply)) return null;
      if (space.size < check && space.canGrow()) continue;
      space.solve();
      if (this.errorBound() <= tolerance * Math.abs(space.ritzValues[this.top]!)) return true;
      // Each step at first; later less often, as a check costs the square of the size.
      check = space.size + 1 + (space.size >> 3);
    }
    return false;
  }

  /** min(r, r²/gap) of the largest Ritz value, after KrylovSpace.solve. */
  private errorBound(): number {
    const { beta, ritzValues, last } = this.space;
    const second = this.findTop();
    const residual = beta * Math.abs(last[this.top]!);
    if (second < 0) return residual;
    const gap = ritzValues[this.top]! - ritzValues[second]! - beta * Math.abs(last[second]!);
    return gap > residual ? (residual * residual) / gap : residual;
  }

  /** Finds the largest Ritz value. @returns the index of the second largest, −1 if there is none */
  private findTop(): number {
    const { size, ritzValues } = this.space;
    let top = 0;
    let second = -1;
    for (let k = 1; k < size; k++) {
      if (ritzValues[k]! > ritzValues[top]!) {
        second = top;
        top = k;
      } else if (second < 0 || ritzValues[k]! > ritzValues[second]!) second = k;
    }
    this.top = top;
    return second;
  }
}
