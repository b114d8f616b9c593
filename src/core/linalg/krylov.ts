import type { Kernels } from '../kernels/kernels.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** y ← A x. */
export type Operator = (x: Float64Array, y: Float64Array) => void;

/** A new direction below this share of the operator's size is rounding: the Krylov space is exhausted. */
const NEGLIGIBLE = 1e-15;

/** Orthogonalisations of one vector; two are enough for any that is not rounding. */
const MAX_PASSES = 4;

/**
 * Lanczos' recurrence A Q = Q T + β q eᵀ with full reorthogonalisation (Golub and Van Loan, §10.3), T tridiagonal: an
 * orthonormal basis Q of span{x, Ax, A²x, …}, orthogonal also to vectors locked before.
 */
export class KrylovSpace {
  /** Number of columns of Q, those locked not counted. */
  size = 0;
  /** Vectors that the basis is kept orthogonal to. */
  locked = 0;
  /** The norm β of what A q_size adds to the space; 0 when it is exhausted. */
  beta = 0;
  /** Ritz values (eigenvalues of T), unordered, after {@link solve}. */
  readonly ritzValues: Float64Array;
  /** Last components of the eigenvectors of T: |β·last[k]| is the residual ‖A y − θ y‖ of Ritz pair k. */
  readonly last: Float64Array;

  /** Locked vectors and Q, one a row: capacity×dimension. */
  private readonly rows: Float64Array;
  private readonly diagonal: Float64Array;
  private readonly off: Float64Array;
  private readonly offScratch: Float64Array;
  private readonly projections: Float64Array;
  private eigenvectors = new Float64Array(0);
  private readonly current: Float64Array;
  private readonly next: Float64Array;
  private readonly previous: Float64Array;
  /** Of the last product: what it had along q, and the square of what was left. */
  private readonly deflated: Float64Array;
  private scale = 0;
  /** Whether `next` and β are as the recurrence left them: right to rounding, but not orthogonal to it. */
  private isRough = false;

  /** @param capacity most vectors it may hold, locked ones included */
  constructor(
    readonly dimension: number,
    readonly capacity: number,
    private readonly kernels: Kernels,
  ) {
    this.current = kernels.allocate(dimension);
    this.next = kernels.allocate(dimension);
    this.previous = kernels.allocate(dimension);
    this.deflated = kernels.allocate(2);
    this.rows = kernels.allocate(capacity * dimension);
    this.projections = kernels.allocate(capacity);
    this.diagonal = new Float64Array(capacity);
    this.off = new Float64Array(capacity);
    this.offScratch = new Float64Array(capacity);
    this.ritzValues = new Float64Array(capacity);
    this.last = new Float64Array(capacity);
  }

  /** Begins a new space at x, made orthogonal to the locked vectors. */
  begin(x: Float64Array): void {
    this.next.set(x);
    this.size = 0;
    this.scale = 0;
    this.isRough = false;
    this.beta = this.orthogonalise();
  }

  /** Whether there is a further direction, and room for it. */
  canGrow(): boolean {
    if (this.isRough) this.refine();
    return this.beta > 0 && this.locked + this.size < this.capacity;
  }

  /** Takes one step: one product with A. Call while {@link canGrow}. @returns false when A x was not finite */
  step(apply: Operator): boolean {
    const { current: q, next, beta, size, kernels } = this;
    for (let c = 0; c < next.length; c++) q[c] = next[c]! / beta;
    this.append(q, this.locked + size);
    if (size > 0) this.off[size - 1] = beta;
    apply(q, next);
    // What the recurrence knows of the projections; the rest is rounding, and what is locked.
    kernels.deflate(q, next, next.length, this.deflated);
    const alpha = this.deflated[0]!;
    if (!(Math.abs(alpha) < Infinity)) return false;
    this.diagonal[size] = alpha;
    this.size = size + 1;
    if (size > 0) kernels.addScaled(-beta, this.previous, next, next.length);
    this.previous.set(q);
    // After one step most searches are over: the rest can wait until one goes on.
    this.isRough = this.locked + size === 0;
    this.take(this.isRough ? Math.sqrt(this.deflated[1]!) : this.orthogonalise());
    return this.beta < Infinity;
  }

  private refine(): void {
    this.isRough = false;
    this.take(this.orthogonalise());
  }

  /** Takes the norm of what A q adds to the space for β, unless it is rounding. */
  private take(remainder: number): void {
    this.scale = Math.max(this.scale, Math.abs(this.diagonal[this.size - 1]!) + remainder);
    const complete = this.locked + this.size === this.dimension;
    this.beta = complete || remainder <= NEGLIGIBLE * this.scale ? 0 : remainder;
  }

  /** Computes {@link ritzValues} and {@link last}. O(size²). */
  solve(): void {
    const { size, last, ritzValues } = this;
    this.copyTridiagonal();
    if (size === 1) {
      last[0] = 1;
      return;
    }
    last.fill(0, 0, size);
    last[size - 1] = 1;
    tridiagonalEigen(ritzValues, this.offScratch, size, last, 1);
  }

  /** Computes the {@link ritzValues} again, and all eigenvectors of T for {@link ritzVector}. O(size³). */
  solveVectors(): void {
    const { size } = this;
    if (size === 1) {
      this.solve();
      return;
    }
    if (this.eigenvectors.length < size * size) this.eigenvectors = new Float64Array(4 * size * size);
    const { eigenvectors } = this;
    this.copyTridiagonal();
    eigenvectors.fill(0, 0, size * size);
    for (let k = 0; k < size; k++) eigenvectors[k * size + k] = 1;
    tridiagonalEigen(this.ritzValues, this.offScratch, size, eigenvectors, size);
  }

  /** out ← the unit Ritz vector of ritzValues[index]; after {@link solveVectors}. */
  ritzVector(index: number, out: Float64Array): void {
    const { size, dimension, projections, kernels } = this;
    if (size === 1) {
      out.set(this.current);
      return;
    }
    for (let k = 0; k < size; k++) projections[k] = this.eigenvectors[k * size + index]!;
    const basis = this.rows.subarray(this.locked * dimension, (this.locked + size) * dimension);
    kernels.multiply(projections, basis, out, 0, 1, size, dimension);
    const norm = Math.sqrt(kernels.dot(out, out, dimension));
    for (let c = 0; c < dimension; c++) out[c] = out[c]! / norm;
  }

  /**
   * out ← A y / ‖A y‖ of the unit Ritz vector y that `out` holds: one step of the power method further, at no product,
   * since A y = θy + (last component)·(what the next step would add).
   *
   * @param index of the Ritz pair
   */
  advance(index: number, out: Float64Array): void {
    const { kernels, next, dimension } = this;
    const theta = this.ritzValues[index]!;
    if (!(theta > 0) || this.beta === 0) return;
    kernels.addNormalised(this.last[index]! / theta, next, out, dimension);
  }

  /** Keeps what follows orthogonal to x, a unit vector orthogonal to those locked before. Call before {@link begin}. */
  lock(x: Float64Array): void {
    this.append(x, this.locked++);
  }

  private append(x: Float64Array, at: number): void {
    this.rows.set(x, at * this.dimension);
  }

  private copyTridiagonal(): void {
    for (let k = 0; k < this.size; k++) {
      this.ritzValues[k] = this.diagonal[k]!;
      this.offScratch[k] = this.off[k]!;
    }
  }

  /**
   * Makes `next` orthogonal to all vectors, again while it shrinks (Daniel et al. 1976): what keeps shrinking is rounding.
   *
   * @returns its norm, or 0
   */
  private orthogonalise(): number {
    const { next, rows, projections, dimension, kernels } = this;
    const count = this.locked + this.size;
    let norm = Math.sqrt(kernels.dot(next, next, dimension));
    if (count === 0) return norm;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      kernels.rowProducts(next, rows, projections, 0, 1, dimension, dimension, count, count);
      kernels.addProduct(-1, projections, rows, next, 0, 1, count, dimension);
      const before = norm;
      norm = Math.sqrt(kernels.dot(next, next, dimension));
      // Also when it is not a number.
      if (!(norm <= 0.7 * before)) return norm;
    }
    return 0;
  }
}
