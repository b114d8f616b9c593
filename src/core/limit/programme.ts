import { GrowingCholesky, type Reach } from '../linalg/growing-cholesky.ts';

/** minimise ½ λᵀMλ − bᵀλ over λ ≥ 0, M n×n, symmetric and positive semidefinite. */
export interface Programme {
  readonly n: number;
  /** M, row-major. */
  readonly matrix: Float64Array;
  /** b. */
  readonly linear: Float64Array;
}

/**
 * `solved`: λ. `unbounded`: a ray d ≥ 0, largest entry 1, with M d = 0 and bᵀd > 0, along which the objective falls for ever:
 * the certificate (Gordan, Farkas) that no weights have the margins b.
 */
export type ProgrammeEnd =
  | { readonly kind: 'solved'; readonly lambda: Float64Array }
  | { readonly kind: 'unbounded'; readonly ray: Float64Array };

/** Gradient entries below this share of the sizes they are the difference of are zero. */
const OPTIMAL = 1e-12;

/** A falling entry of a ray, relative to its largest, that is more than rounding. */
const FALLING = 1e-11;

/**
 * The primal active-set method of Lawson and Hanson (Solving Least Squares Problems, ch. 23) on the normal equations, with
 * unit diagonal. P are the indices with λ_i > 0 and M_PP is kept positive definite: where the index that enters depends on
 * P, the step goes along the null direction until a member leaves. The objective falls at every step, so no P comes twice.
 * Ties go to the smallest index, so the same programme gives the same bits.
 *
 * λ is one of several where M is singular, Mλ and the objective are not; equal samples share it equally.
 *
 * @throws RangeError when an entry is not finite
 */
export function solveProgramme(programme: Programme): ProgrammeEnd {
  const { n, matrix, linear } = programme;
  const wrong = matrix.findIndex((entry) => !Number.isFinite(entry));
  if (wrong >= 0) {
    const place = `(${Math.floor(wrong / n) + 1}, ${(wrong % n) + 1})`;
    throw new RangeError(`entry ${place} of M = ${matrix[wrong]} is not finite: scale the data down`);
  }
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const diagonal = matrix[i * n + i]!;
    if (diagonal > 0) scale[i] = 1 / Math.sqrt(diagonal);
    else if (linear[i]! > 0) {
      // A zero column: nothing moves this margin.
      const ray = new Float64Array(n);
      ray[i] = 1;
      return { kind: 'unbounded', ray };
    }
  }
  const set = new ActiveSet(scaled(programme, scale));
  const ray = set.run();
  if (ray !== null) {
    const unscaled = ray.map((entry, i) => entry * scale[i]!);
    const most = unscaled.reduce((a, b) => Math.max(a, b), 0);
    return { kind: 'unbounded', ray: unscaled.map((entry) => entry / most) };
  }
  const lambda = set.x.map((entry, i) => entry * scale[i]!);
  shareAmongEqual(programme, lambda);
  return { kind: 'solved', lambda };
}

/** The programme of x = λ/s: unit diagonal; zero columns stay. */
function scaled({ n, matrix, linear }: Programme, scale: Float64Array): Programme {
  const unit = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) unit[i * n + k] = matrix[i * n + k]! * scale[i]! * scale[k]!;
    if (scale[i]! > 0) unit[i * n + i] = 1;
  }
  return { n, matrix: unit, linear: linear.map((entry, i) => entry * scale[i]!) };
}

class ActiveSet {
  readonly x: Float64Array;
  private readonly factor: GrowingCholesky;
  private readonly isMember: Uint8Array;
  /** Indices that rounding alone sent back, until another one enters. */
  private readonly barred = new Set<number>();

  constructor(private readonly programme: Programme) {
    const { n, matrix } = programme;
    this.x = new Float64Array(n);
    this.factor = new GrowingCholesky(matrix, n);
    this.isMember = new Uint8Array(n);
  }

  /** @returns null at the optimum, or a ray */
  run(): Float64Array | null {
    const { n } = this.programme;
    // In exact arithmetic it ends by itself; a multiple of n is what it takes.
    for (let step = 0; step < 100 * n + 100; step++) {
      const entering = this.steepest();
      if (entering < 0) {
        this.refine();
        return null;
      }
      const ray = this.enter(entering);
      if (ray !== null) return ray;
    }
    throw new RangeError(`the max-margin problem of ${n} samples did not settle in ${100 * n + 100} steps`);
  }

  /** The index at which the objective falls most steeply; −1 where nowhere by more than rounding. */
  private steepest(): number {
    const { n, matrix, linear } = this.programme;
    const { members } = this.factor;
    let best = -1;
    let most = 0;
    for (let i = 0; i < n; i++) {
      if (this.isMember[i] === 1 || this.barred.has(i)) continue;
      let slope = linear[i]!;
      let size = Math.abs(slope);
      for (const k of members) {
        const part = matrix[i * n + k]! * this.x[k]!;
        slope -= part;
        size += Math.abs(part);
      }
      if (slope > OPTIMAL * size && slope > most) {
        most = slope;
        best = i;
      }
    }
    return best;
  }

  /** Makes an index a member, as far as it can be one. @returns a ray where the objective falls for ever */
  private enter(index: number): Float64Array | null {
    let reach = this.factor.reach(index);
    if (reach.schur === 0) {
      const blocking = this.follow(reach);
      if (blocking < 0) return this.rayOf(reach);
      this.leave(blocking);
      reach = this.factor.reach(index);
    }
    if (reach.schur > 0) {
      this.factor.add(reach);
      this.isMember[index] = 1;
    } else {
      // Rounding: it depends on the others all the same.
      this.x[index] = 0;
    }
    this.descend();
    if (this.isMember[index] === 1) this.barred.clear();
    else this.barred.add(index);
    return null;
  }

  /** x ← x + θ(d + e_index) with the largest θ at which no member is negative. @returns the place that blocks; −1: none does */
  private follow({ index, direction }: Reach): number {
    const { members } = this.factor;
    const falling = FALLING * direction.reduce((most, entry) => Math.max(most, Math.abs(entry)), 1);
    let blocking = -1;
    let theta = Infinity;
    for (const [p, k] of members.entries()) {
      const fall = -direction[p]!;
      if (fall > falling && this.x[k]! / fall < theta) {
        theta = this.x[k]! / fall;
        blocking = p;
      }
    }
    if (blocking < 0) return -1;
    for (const [p, k] of members.entries()) this.x[k] = Math.max(0, this.x[k]! + theta * direction[p]!);
    this.x[index] = theta;
    return blocking;
  }

  private rayOf({ index, direction }: Reach): Float64Array {
    const ray = new Float64Array(this.programme.n);
    for (const [p, k] of this.factor.members.entries()) ray[k] = Math.max(0, direction[p]!);
    ray[index] = 1;
    return ray;
  }

  private leave(place: number): void {
    const index = this.factor.members[place]!;
    this.factor.remove(place);
    this.isMember[index] = 0;
    this.x[index] = 0;
  }

  /** Goes to the minimum over the members, and lets go of those that would be negative. */
  private descend(): void {
    const { members } = this.factor;
    for (;;) {
      const target = this.factor.solve(this.linearOf(members));
      let theta = 1;
      for (const [p, k] of members.entries()) {
        const [from, to] = [this.x[k]!, target[p]!];
        if (to <= 0) theta = Math.min(theta, from > to ? from / (from - to) : 0);
      }
      if (theta === 1 && target.every((to) => to > 0)) {
        for (const [p, k] of members.entries()) this.x[k] = target[p]!;
        return;
      }
      for (let p = members.length - 1; p >= 0; p--) {
        const k = members[p]!;
        const [from, to] = [this.x[k]!, target[p]!];
        // Whoever blocks is exactly at 0, whatever rounding makes of it.
        const blocks = to <= 0 && !(from > to && from / (from - to) > theta);
        this.x[k] = blocks ? 0 : from + theta * (to - from);
        if (blocks) this.leave(p);
      }
    }
  }

  private linearOf(members: readonly number[]): Float64Array {
    return Float64Array.from(members, (k) => this.programme.linear[k]!);
  }

  /** Two steps of iterative refinement over the members, where these leave them positive. */
  private refine(): void {
    const { n, matrix, linear } = this.programme;
    const { members } = this.factor;
    for (let round = 0; round < 2; round++) {
      const rest = Float64Array.from(members, (i) => {
        let sum = linear[i]!;
        for (const k of members) sum -= matrix[i * n + k]! * this.x[k]!;
        return sum;
      });
      const change = this.factor.solve(rest);
      if (members.some((k, p) => !(this.x[k]! + change[p]! > 0))) return;
      for (const [p, k] of members.entries()) this.x[k] = this.x[k]! + change[p]!;
    }
  }
}

/** Samples with the same column of M and the same b are the same to the programme: each gets their mean. */
function shareAmongEqual({ n, matrix, linear }: Programme, lambda: Float64Array): void {
  const isEqual = (i: number, k: number): boolean => {
    if (linear[i] !== linear[k]) return false;
    for (let j = 0; j < n; j++) if (matrix[i * n + j] !== matrix[k * n + j]) return false;
    return true;
  };
  const done = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    if (done[i] === 1) continue;
    const same = [i];
    for (let k = i + 1; k < n; k++) if (done[k] === 0 && isEqual(i, k)) same.push(k);
    if (same.length === 1) continue;
    const mean = same.reduce((sum, k) => sum + lambda[k]!, 0) / same.length;
    for (const k of same) {
      lambda[k] = mean;
      done[k] = 1;
    }
  }
}
