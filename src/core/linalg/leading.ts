import type { Kernels } from '../kernels/kernels.ts';
import { PLAIN } from '../kernels/plain.ts';
import { fillNormals } from '../random/stream.ts';
import { Pace, type Work } from '../slices.ts';
import { KrylovSpace, type Operator } from './krylov.ts';

/** Before so many steps the top Ritz value says little about the top of the spectrum. */
const MIN_STEPS = 8;

/** Entries of the basis at most: 32 MB, of which only what is used is ever touched. */
const BASIS_ENTRIES = 4e6;

/**
 * The `count` largest eigenvalues of symmetric positive semidefinite operators A, descending, with multiplicities, each
 * with an error of about tolerance·θ₁.
 *
 * One Krylov space sees each multiple eigenvalue once. So what it found is locked, and a further space is begun at a
 * random vector orthogonal to that, until the top of a space is no larger than the smallest value wanted.
 */
export class LeadingEigenvalues {
  /** Products with the operator in the last call. */
  steps = 0;
  private readonly pace: Pace;
  private readonly space: KrylovSpace;
  private readonly direction: Float64Array;
  private readonly vector: Float64Array;

  /** @param work multiply–adds of a product with the operators */
  constructor(
    readonly dimension: number,
    private readonly kernels: Kernels = PLAIN,
    work = dimension * dimension,
  ) {
    this.pace = new Pace(work);
    const capacity = Math.min(dimension, Math.floor(BASIS_ENTRIES / dimension));
    this.space = new KrylovSpace(dimension, capacity, kernels);
    this.direction = kernels.allocate(dimension);
    this.vector = kernels.allocate(dimension);
  }

  /**
   * Yields after every few products.
   *
   * @param apply y ← A x
   * @param start dimension entries, any vector; left as it is
   * @returns min(count, dimension) values; all NaN when A x was not finite
   */
  *find(apply: Operator, count: number, start: Float64Array, tolerance = 1e-9): Work<Float64Array> {
    const { space, dimension, direction } = this;
    const wanted = Math.min(count, dimension);
    if (!(wanted >= 1)) throw new RangeError(`number of eigenvalues = ${count} is below 1`);
    this.steps = 0;
    space.locked = 0;
    /** Those locked, descending. */
    let values: number[] = [];
    for (let run = 0; space.locked < space.capacity; run++) {
      fillNormals(0, 'start', 2 + run, direction, 0, dimension);
      if (run === 0) this.addStart(start);
      space.begin(direction);

      const floor = values.length < wanted ? -Infinity : values[wanted - 1]!;
      const missing = Math.max(1, wanted - values.length);
      if (!(yield* this.explore(apply, missing, floor, values[0] ?? 0, tolerance)))
        return new Float64Array(wanted).fill(NaN);

      space.solveVectors();
      const found = ritzOrder(space)
        .slice(0, missing)
        .filter((k) => space.ritzValues[k]! > floor + tolerance * (values[0] ?? 0));
      if (found.length === 0) break;
      values = [...values, ...found.map((k) => space.ritzValues[k]!)].sort((a, b) => b - a);
      this.lock(found);
    }
    return Float64Array.from(values.slice(0, wanted), (value) => Math.max(0, value));
  }

  /** Locks Ritz vectors: all are taken from the space before the first of them overwrites it. */
  private lock(found: readonly number[]): void {
    const vectors = found.map((k) => {
      this.space.ritzVector(k, this.vector);
      return this.vector.slice();
    });
    for (const vector of vectors) this.space.lock(vector);
  }

  /** direction ← direction + √dimension·start/‖start‖; nothing when start has no direction (zero, or not finite). */
  private addStart(start: Float64Array): void {
    const { kernels, direction, vector, dimension } = this;
    vector.set(start);
    const norm = Math.sqrt(kernels.dot(vector, vector, dimension));
    if (!(norm > 0 && norm < Infinity)) return;
    kernels.addScaled(Math.sqrt(dimension) / norm, vector, direction, dimension);
  }

  /**
   * Grows the space until its `missing` largest Ritz values are settled, or its largest is seen to stay below `floor`.
   *
   * @param largest the largest value so far, in units of which the tolerance is
   * @returns false when A x was not finite
   */
  private *explore(
    apply: Operator,
    missing: number,
    floor: number,
    largest: number,
    tolerance: number,
  ): Work<boolean> {
    const { space, pace } = this;
    for (let check = Math.max(MIN_STEPS, missing); space.canGrow();) {
      this.steps++;
      if (!space.step(apply)) return false;
      if (pace.isDue()) yield;
      if (space.size < check) continue;
      check = space.size + 1 + (space.size >> 3);
      space.solve();
      const order = ritzOrder(space);
      const top = order[0]!;
      const theta = space.ritzValues[top]!;
      if (residual(space, top) < 0.1 * (floor - theta)) return true;
      const bound = tolerance * Math.max(largest, theta);
      if (order.slice(0, missing).every((_, at) => isSettled(space, order, at, bound))) return true;
    }
    return true;
  }
}

/** Whether the error min(r, r²/gap) of the Ritz value at a place of the order is below the bound. */
function isSettled(space: KrylovSpace, order: readonly number[], at: number, bound: number): boolean {
  const { ritzValues } = space;
  const value = ritzValues[order[at]!]!;
  const r = residual(space, order[at]!);
  if (r <= bound) return true;
  const above = at === 0 ? Infinity : ritzValues[order[at - 1]!]! - value;
  const next = order[at + 1];
  const below = next === undefined ? value : value - ritzValues[next]! - residual(space, next);
  const gap = Math.min(above, below);
  return gap > r && r * r <= gap * bound;
}

function residual(space: KrylovSpace, k: number): number {
  return space.beta * Math.abs(space.last[k]!);
}

/** Indices of the Ritz values, the largest first. */
function ritzOrder(space: KrylovSpace): number[] {
  return Array.from({ length: space.size }, (_, k) => k).sort(
    (a, b) => space.ritzValues[b]! - space.ritzValues[a]!,
  );
}
