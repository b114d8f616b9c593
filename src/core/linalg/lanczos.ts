import type { Kernels } from '../kernels/kernels.ts';
import { PLAIN } from '../kernels/plain.ts';
import { fillNormals } from '../random/stream.ts';
import { Pace, type Work } from '../slices.ts';
import { KrylovSpace, type Operator } from './krylov.ts';
import { halfWidth, middle, TopPair } from './top-pair.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** Entries of the basis by default: at most 2 MB, but never fewer than 48 vectors. */
const BASIS_ENTRIES = 262144;
const MIN_BASIS = 48;

/** Steps before the top of a space begun at a random vector says something about the top of the spectrum. */
const RANDOM_START_STEPS = 6;

/**
 * The residual of such a space's top, as a share of its distance to what it is compared with, at which it is believed. An
 * eigenvector missed would show in the residual by its share of the random vector.
 */
const DOUBT = 0.01;

/** Steps that a settled pair may take further to be certain, rather than begin a second space. */
const PATIENCE = 2;

/** Restarts before the estimate reached is taken: only two nearly equal values in a large matrix come so far. */
const MAX_RESTARTS = 40;

/** Nearly equal leading eigenvalues that are told apart. */
const MAX_PARTNERS = 8;

/**
 * The largest eigenvalue of symmetric positive semidefinite operators by Lanczos' method. Storage is kept from call to
 * call; one object may serve any number of operators of its dimension. For eigenvalues between 1e-140 and 1e140.
 */
export class Lanczos {
  /** Products with the operator in the last call of {@link largest}. */
  steps = 0;
  /** Bound of all eigenvalues but the largest, if a second space showed one in that call; else ∞. */
  restBelow = Infinity;
  private readonly pace: Pace;
  private readonly space: KrylovSpace;
  private readonly top: TopPair;
  private readonly random: Float64Array;
  private readonly partner: Float64Array;
  private readonly image: Float64Array;
  /** Diagonal, off-diagonal and eigenvectors of the operator on two vectors. */
  private readonly pair = { d: new Float64Array(2), e: new Float64Array(2), vectors: new Float64Array(4) };

  /** The leading pair so far: its value and residual. */
  private theta = 0;
  private residual = 0;
  /** What the second space has shown so far of all that is orthogonal to it. */
  private shownBelow = Infinity;

  /**
   * @param work multiply–adds of a product with the operators
   * @param maxBasis most basis vectors kept; the default keeps all of them up to dimension 512
   */
  constructor(
    readonly dimension: number,
    private readonly kernels: Kernels = PLAIN,
    work = dimension * dimension,
    maxBasis = Math.floor(BASIS_ENTRIES / dimension),
  ) {
    if (!(dimension >= 1)) throw new RangeError(`dimension ${dimension} of the operator is below 1`);
    const capacity = Math.min(dimension, Math.max(MIN_BASIS, maxBasis));
    this.pace = new Pace(work);
    this.space = new KrylovSpace(dimension, capacity, kernels);
    this.top = new TopPair(this.space);
    this.random = kernels.allocate(dimension);
    this.partner = kernels.allocate(dimension);
    this.image = kernels.allocate(dimension);
  }

  /**
   * The largest eigenvalue of A to a relative `tolerance`, and its eigenvector. Yields after every few products.
   *
   * A Krylov space is begun at `start`, until the error bound min(r, r²/gap) of its top Ritz pair (θ, y) is below
   * tolerance·θ. Where tr A or a bound of the other eigenvalues is known, it often proves that nothing larger is left
   * outside the space, and tells in how narrow an interval the eigenvalue lies ({@link halfWidth}). Else a second space,
   * begun at a random vector orthogonal to y, shows whether the rest of the spectrum ends clearly below θ: a Krylov space
   * alone cannot tell, two eigenvalues close to each other being one to it. A partner found there is combined with y by
   * Rayleigh and Ritz, and the search goes on orthogonal to both.
   *
   * @param apply y ← A x
   * @param start any vector, best the last eigenvector; receives the unit eigenvector
   * @param trace tr A, where known: mostly saves the second space
   * @param known bound of all eigenvalues but the largest, where known: saves it too
   * @returns the eigenvalue; 0 for A = 0; NaN when A x was not finite (`start` is then no eigenvector)
   */
  *largest(
    apply: Operator,
    start: Float64Array,
    tolerance = 1e-13,
    trace = Infinity,
    known = Infinity,
  ): Work<number> {
    const { space, top, partner } = this;
    this.steps = 0;
    this.restBelow = Infinity;
    this.shownBelow = Infinity;
    space.locked = 0;
    space.begin(start);
    if (!(space.beta > 0 && space.beta < Infinity)) space.begin(this.randomVector(0));
    if (!(yield* this.approach(apply, start, tolerance, trace, known))) return NaN;
    this.theta = top.value;
    this.residual = top.residual;
    if (top.isProven(tolerance)) {
      space.advance(top.index, start);
      return Math.max(0, top.estimate());
    }
    if (space.size === this.dimension) return Math.max(0, top.value);

    space.lock(start);
    let traceLeft = trace - this.theta;
    for (let found = 1; found <= MAX_PARTNERS && space.locked < this.dimension; found++) {
      space.begin(this.randomVector(found));
      if (!(yield* this.approach(apply, partner, tolerance, traceLeft, Infinity))) return NaN;
      if (this.isClearlyBelow(tolerance)) {
        if (found === 1) this.restBelow = this.shownBelow;
        return this.theta + middle(this.theta, this.residual, this.theta - this.shownBelow);
      }
      traceLeft -= top.value;
      const gain = this.combine(apply, start);
      if (gain <= tolerance * this.theta) break;
      space.lock(partner);
    }
    return Math.max(0, this.theta);
  }

  /**
   * Grows the space until its top Ritz pair is settled, restarting it from that when it is full; a second space (with a
   * locked vector) also until it is clearly below the leading pair. Leaves the pair in `top` and `out`.
   *
   * @returns false when A x was not finite
   */
  private *approach(
    apply: Operator,
    out: Float64Array,
    tolerance: number,
    trace: number,
    known: number,
  ): Work<boolean> {
    const { space, top, pace } = this;
    const isSecond = space.locked > 0;
    let patience = isSecond || (trace === Infinity && known === Infinity) ? 0 : PATIENCE;
    for (let restart = 0; ; restart++) {
      for (let check = 1; space.canGrow();) {
        this.steps++;
        if (!space.step(apply)) return false;
        if (pace.isDue()) yield;
        if (space.size < check && space.canGrow()) continue;
        // Each step at first; later less often, as a check costs the square of the size.
        check = space.size + 1 + (space.size >> 3);
        top.assess(trace, known);
        if (isSecond && this.isClearlyBelow(tolerance)) return true;
        const isProven = top.isProven(tolerance);
        if (!isProven && !top.isSettled(tolerance)) continue;
        const isHopeless = top.restBelow > 4 * top.value;
        if (isProven || isHopeless || patience-- === 0) {
          this.takeVector(out);
          return true;
        }
      }
      this.takeVector(out);
      if (space.beta === 0 || restart === MAX_RESTARTS) return true;
      space.begin(out);
    }
  }

  /** out ← the top Ritz vector. */
  private takeVector(out: Float64Array): void {
    this.space.solveVectors();
    this.top.find();
    this.space.ritzVector(this.top.index, out);
  }

  /** Whether all that is left is so far below the leading pair that this one is settled with it as the next. */
  private isClearlyBelow(tolerance: number): boolean {
    const { space, top, theta, residual } = this;
    const settledAbove = (bound: number): boolean => {
      if (!(bound < theta && halfWidth(theta, residual, theta - bound) < tolerance * theta)) return false;
      this.shownBelow = bound;
      return true;
    };
    if (settledAbove(top.allBelow)) return true;
    const shown = space.size >= RANDOM_START_STEPS || space.beta === 0;
    const doubt = DOUBT * (theta - top.value);
    return shown && top.residual <= doubt && settledAbove(top.value + doubt);
  }

  /** Rayleigh and Ritz on span{y, partner}: y and θ ← the leading pair. @returns by how much θ grew */
  private combine(apply: Operator, y: Float64Array): number {
    const { partner, image, dimension, kernels } = this;
    const { d, e, vectors } = this.pair;
    this.steps++;
    apply(partner, image);
    d[0] = this.theta;
    d[1] = kernels.dot(partner, image, dimension);
    e[0] = kernels.dot(y, image, dimension);
    vectors.set([1, 0, 0, 1]);
    tridiagonalEigen(d, e, 2, vectors, 2);
    const k = d[0] >= d[1] ? 0 : 1;
    for (let c = 0; c < dimension; c++) y[c] = vectors[k]! * y[c]! + vectors[2 + k]! * partner[c]!;
    const gain = d[k]! - this.theta;
    this.theta = d[k]!;
    this.residual = Math.max(this.residual, this.top.residual);
    return gain;
  }

  /** A fixed random vector for each number. */
  private randomVector(number: number): Float64Array {
    fillNormals(0, 'start', 1 + number, this.random, 0, this.dimension);
    return this.random;
  }
}
