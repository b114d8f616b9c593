import { addProduct } from './add-product.ts';
import { dot } from './dot.ts';
import { multiplyTransposed } from './multiply-transposed.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** y ← A x. */
export type Operator = (x: Float64Array, y: Float64Array) => void;

/** A new direction below this share of the operator's size is rounding: the Krylov space is exhausted. */
const NEGLIGIBLE = 1e-15;

/** Orthogonalisations of one vector; two are enough for any that is not rounding. */
const MAX_PASSES = 4;

/** Vectors that there is room for at first; more is taken when it is needed, and kept. */
const INITIAL_ROOM = 32;

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
  ritzValues = new Float64Array(0);
  /** Last components of the eigenvectors of T: |β·last[k]| is the residual ‖A y − θ y‖ of Ritz pair k. */
  last = new Float64Array(0);

  /** Locked vectors and Q, one a row: room×dimension, with room for as many as were ever needed. */
  private rows = new Float64Array(0);
  private room = 0;
  private diagonal = new Float64Array(0);
  private off = new Float64Array(0);
  private offScratch = new Float64Array(0);
  private projections = new Float64Array(0);
  private eigenvectors = new Float64Array(0);
  private readonly current: Float64Array;
  private readonly next: Float64Array;
  private scale = 0;

  /** @param capacity most vectors it may hold, locked ones included */
  constructor(
    readonly dimension: number,
    readonly capacity: number,
  ) {
    this.current = new Float64Array(dimension);
    this.next = new Float64Array(dimension);
    this.reserve(Math.min(capacity, INITIAL_ROOM));
  }

  /** Begins a new space at x, made orthogonal to the locked vectors. */
  begin(x: Float64Array): void {
    this.next.set(x);
    this.size = 0;
    this.scale = 0;
    this.beta = this.orthogonalise();
  }

  /** Whether there is a further direction, and room for it. */
  canGrow(): boolean {
    return this.beta > 0 && this.locked + this.size < this.capacity;
  }

  /** Takes one step: one product with A. Call while {@link canGrow}. @returns false when A x was not finite */
  step(apply: Operator): boolean {
    const { current: q, next, beta, size } = this;
    for (let c = 0; c < next.length; c++) q[c] = next[c]! / beta;
    this.append(q, this.locked + size);
    if (size > 0) this.off[size - 1] = beta;
    apply(q, next);
    const alpha = dot(q, 0, next, 0, next.length);
    if (!(Math.abs(alpha) < Infinity)) return false;
    this.diagonal[size] = alpha;
    this.size = size + 1;
    const remainder = this.orthogonalise();
    if (!(remainder < Infinity)) return false;
    this.scale = Math.max(this.scale, Math.abs(alpha) + remainder);
    const complete = this.locked + this.size === this.dimension;
    this.beta = complete || remainder <= NEGLIGIBLE * this.scale ? 0 : remainder;
    return true;
  }

  /** Computes {@link ritzValues} and {@link last}. O(size²). */
  solve(): void {
    const { size, last, ritzValues } = this;
    this.copyTridiagonal();
    last.fill(0, 0, size);
    last[size - 1] = 1;
    tridiagonalEigen(ritzValues, this.offScratch, size, last, 1);
  }

  /** Computes the {@link ritzValues} again, and all eigenvectors of T for {@link ritzVector}. O(size³). */
  solveVectors(): void {
    const { size } = this;
    if (this.eigenvectors.length < size * size) this.eigenvectors = new Float64Array(4 * size * size);
    const { eigenvectors } = this;
    this.copyTridiagonal();
    eigenvectors.fill(0, 0, size * size);
    for (let k = 0; k < size; k++) eigenvectors[k * size + k] = 1;
    tridiagonalEigen(this.ritzValues, this.offScratch, size, eigenvectors, size);
  }

  /** out ← the unit Ritz vector of ritzValues[index]; after {@link solveVectors}. */
  ritzVector(index: number, out: Float64Array): void {
    const { size, dimension, projections } = this;
    for (let k = 0; k < size; k++) projections[k] = this.eigenvectors[k * size + index]!;
    out.fill(0);
    const basis = this.rows.subarray(this.locked * dimension, (this.locked + size) * dimension);
    addProduct(1, projections, basis, out, 0, 1, size, dimension);
    const norm = Math.sqrt(dot(out, 0, out, 0, dimension));
    for (let c = 0; c < dimension; c++) out[c] = out[c]! / norm;
  }

  /** Keeps what follows orthogonal to x, a unit vector orthogonal to those locked before. Call before {@link begin}. */
  lock(x: Float64Array): void {
    this.append(x, this.locked++);
  }

  private append(x: Float64Array, at: number): void {
    if (at === this.room) this.reserve(Math.min(this.capacity, 2 * this.room));
    this.rows.set(x, at * this.dimension);
  }

  private reserve(room: number): void {
    this.room = room;
    this.rows = enlarged(this.rows, room * this.dimension);
    this.diagonal = enlarged(this.diagonal, room);
    this.off = enlarged(this.off, room);
    this.offScratch = new Float64Array(room);
    this.ritzValues = new Float64Array(room);
    this.last = new Float64Array(room);
    this.projections = new Float64Array(room);
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
    const { next, rows, projections, dimension } = this;
    const count = this.locked + this.size;
    let norm = Math.sqrt(dot(next, 0, next, 0, dimension));
    if (count === 0) return norm;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      multiplyTransposed(next, rows, projections, 0, 1, dimension, count);
      addProduct(-1, projections, rows, next, 0, 1, count, dimension);
      const before = norm;
      norm = Math.sqrt(dot(next, 0, next, 0, dimension));
      // Also when it is not a number.
      if (!(norm <= 0.7 * before)) return norm;
    }
    return 0;
  }
}

function enlarged(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(length);
  copy.set(values);
  return copy;
}
