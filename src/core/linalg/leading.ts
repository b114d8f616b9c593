import { fillNormals } from '../random/stream.ts';
import type { Work } from '../slices.ts';
import { addDirection } from './direction.ts';
import { KrylovSpace, type Operator } from './krylov.ts';

/** Before so many steps the top Ritz value says little about the top of the spectrum. */
const MIN_STEPS = 8;

/**
 * The `count` largest eigenvalues of a symmetric positive semidefinite operator A, descending, with multiplicities, each
 * with a residual below tolerance·θ₁.
 *
 * One Krylov space sees each multiple eigenvalue once. So what it found is locked, and a further space is begun at a
 * random vector orthogonal to that, until the top of a space is no larger than the smallest value wanted.
 *
 * Yields after each product.
 *
 * @param apply y ← A x
 * @param start dimension entries, any vector; left as it is
 * @returns min(count, dimension) values; all NaN when A x was not finite
 */
export function* leadingEigenvalues(
  apply: Operator,
  dimension: number,
  count: number,
  start: Float64Array,
  tolerance: number,
): Work<Float64Array> {
  const wanted = Math.min(count, dimension);
  if (!(wanted >= 1)) throw new RangeError(`number of eigenvalues = ${count} is below 1`);
  const space = new KrylovSpace(dimension, dimension);
  const direction = new Float64Array(dimension);
  const vector = new Float64Array(dimension);
  /** Those locked, descending. */
  let values: number[] = [];
  for (let run = 0; space.locked < dimension; run++) {
    fillNormals(0, 'start', 2 + run, direction, 0, dimension);
    if (run === 0) addDirection(Math.sqrt(dimension), start, direction);
    space.begin(direction);

    const floor = values.length < wanted ? -Infinity : values[wanted - 1]!;
    const missing = Math.max(1, wanted - values.length);
    if (!(yield* explore(space, apply, missing, floor, tolerance * (values[0] ?? 0), tolerance)))
      return new Float64Array(wanted).fill(NaN);

    space.solveVectors();
    const found = ritzOrder(space)
      .slice(0, missing)
      .filter((k) => space.ritzValues[k]! > floor + tolerance * (values[0] ?? 0));
    if (found.length === 0) break;
    const vectors = found.map((k) => {
      space.ritzVector(k, vector);
      return vector.slice();
    });
    values = [...values, ...found.map((k) => space.ritzValues[k]!)].sort((a, b) => b - a);
    for (const v of vectors) space.lock(v);
  }
  return Float64Array.from(values.slice(0, wanted), (value) => Math.max(0, value));
}

/**
 * Grows the space until its `missing` largest Ritz values are settled, or its largest is seen to stay below `floor`.
 *
 * @returns false when A x was not finite
 */
function* explore(
  space: KrylovSpace,
  apply: Operator,
  missing: number,
  floor: number,
  slack: number,
  tolerance: number,
): Work<boolean> {
  for (let check = Math.max(MIN_STEPS, missing); space.canGrow();) {
    if (!space.step(apply)) return false;
    yield;
    if (space.size < check) continue;
    check = space.size + 1 + (space.size >> 3);
    space.solve();
    const order = ritzOrder(space);
    const top = order[0]!;
    const theta = space.ritzValues[top]!;
    if (residual(space, top) < 0.1 * (floor - theta)) return true;
    const bound = Math.max(slack, tolerance * theta);
    if (order.slice(0, missing).every((k) => residual(space, k) <= bound)) return true;
  }
  return true;
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
