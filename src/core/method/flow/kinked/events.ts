import type { Derivative, DormandPrince } from '../dormand-prince.ts';
import { locate } from '../locate.ts';
import { sidesOf, type FlowNetwork } from '../network.ts';
import type { Influence } from './influence.ts';
import type { Reach } from './reach.ts';
import { BESIDE, type KinkedRows } from './rows.ts';

/** Where in a step a neuron comes to a kink, or a slope to the end of [γ, 1]. */
export interface Event {
  readonly r: number;
  readonly k: number;
  readonly kind: 'kink' | 'slope';
  /** Part of the step, 0 to 1. */
  readonly theta: number;
}

/** Of how far z has moved since its row changed, what rounding may make of it: 2^−50. */
const ROUNDING = 8.881784197001252e-16;
/** What rounding may make of a slope, as part of 1 − γ. */
const SLOPE_ROUNDING = 1e-12;
/** Halvings that look for where z was on its own side. */
const HALVINGS = 40;

/** What follows of E and ℓ′ at one end of the step, or inside of it. */
class End {
  readonly plus: Float64Array;
  readonly minus: Float64Array;
  readonly z: Float64Array;
  readonly v: Float64Array;

  constructor(K: number) {
    this.plus = new Float64Array(K);
    this.minus = new Float64Array(K);
    this.z = new Float64Array(K);
    this.v = new Float64Array(K);
  }
}

/** The first events of a step, so far. */
class First {
  readonly events: Event[] = [];

  /** θ of the first; 1 while there is none. */
  get theta(): number {
    return this.events[0]?.theta ?? 1;
  }

  take(event: Event): void {
    if (event.theta > this.theta) return;
    if (event.theta < this.theta) this.events.length = 0;
    this.events.push(event);
  }
}

/**
 * Finds the first events of a step. As E grows, a row comes no nearer to its kinks than what `Influence.approach` says of the
 * growth; so it is looked at only once that is as far as it was from them. An event is located only where it can be the first.
 */
export class Events {
  /** How far each row was from its next kink when that was last measured, and E then (2m×n). */
  private readonly room: Float64Array;
  private readonly measuredAt: Float64Array;
  /** The clock when the row last changed. */
  private readonly since: Float64Array;
  private readonly c: Float64Array;
  private readonly start: End;
  private readonly end: End;
  private readonly inside: End;
  private readonly e: Float64Array;
  private readonly slopes: Float64Array;
  private readonly seen: number[] = [];
  private clockAtEnd = 0;
  /** How far the rows seen are from their next kinks at the end of the step. */
  private readonly distances: Float64Array;

  constructor(
    private readonly network: FlowNetwork,
    private readonly gamma: number,
    private readonly rows: KinkedRows,
    private readonly influence: Influence,
    private readonly reach: Reach,
    private readonly solver: DormandPrince,
    private readonly derivative: Derivative,
  ) {
    const { n } = network.full;
    const { K, neurons } = rows;
    this.room = new Float64Array(neurons);
    this.measuredAt = new Float64Array(neurons * n);
    this.distances = new Float64Array(neurons);
    this.since = new Float64Array(neurons);
    this.c = new Float64Array(K);
    this.start = new End(K);
    this.end = new End(K);
    this.inside = new End(K);
    this.e = new Float64Array(n);
    this.slopes = new Float64Array(n);
  }

  /** The row has changed, at E: it is looked at in the next step. */
  changed(r: number, e: Float64Array): void {
    this.since[r] = this.reach.clock(e);
    this.measured(r, 0, e);
  }

  /** The events of the solver's step that come first, all at the same θ; none where there is no event. */
  first(): readonly Event[] {
    const { solver, reach, rows, distances, seen } = this;
    this.clockAtEnd = reach.clock(solver.next);
    this.takeSlopes(this.start, solver.first);
    this.takeSlopes(this.end, solver.end);
    seen.length = 0;
    const first = new First();
    for (let r = 0; r < rows.neurons; r++) {
      if (this.isFar(r)) continue;
      seen.push(r);
      this.kinksOf(r, first);
    }
    for (const r of rows.sliding) this.slopesOf(r, first);
    if (first.events.length === 0) for (const r of seen) this.measured(r, distances[r]!, solver.next);
    return first.events;
  }

  /** Whether the row cannot have come to a kink by the end of the step. */
  private isFar(r: number): boolean {
    const { influence, measuredAt, solver, room } = this;
    const { next } = solver;
    const n = next.length;
    let nearer = 0;
    for (let l = 0, at = r * n; l < n; l++, at++) {
      nearer += influence.approach[at]! * (next[l]! - measuredAt[at]!);
    }
    return nearer < room[r]!;
  }

  private measured(r: number, room: number, e: Float64Array): void {
    this.room[r] = room;
    this.measuredAt.set(e, r * e.length);
  }

  /** z of an entry at the end of the solver's step, and its velocity there. */
  atEnd(r: number, k: number): { readonly z: number; readonly v: number } {
    const { end, solver } = this;
    this.takeSlopes(end, solver.end);
    this.moveTo(r, end, solver.next);
    return { z: end.z[k]!, v: end.v[k]! };
  }

  private takeSlopes({ plus, minus }: End, e: Float64Array): void {
    sidesOf(this.network.full, this.gamma, e, plus, minus);
  }

  /** z and v of row r at an end whose slopes are taken. */
  private moveTo(r: number, to: End, e: Float64Array): void {
    const { rows, c } = this;
    rows.forces(r, to.plus, to.minus, c);
    rows.push(r, c, to.v);
    this.placeAt(r, to.z, e);
  }

  /** z ← the row of Z at E. */
  private placeAt(r: number, z: Float64Array, e: Float64Array): void {
    const { rows, c } = this;
    rows.grown(r, e, c);
    rows.push(r, c, z);
    for (let k = 0; k < c.length; k++) z[k] = rows.base(r, k) + z[k]!;
  }

  /** How far the row is from its next kink, by its z. */
  private distance(r: number, z: Float64Array): number {
    const { K, sigma, place } = this.rows;
    let least = Infinity;
    for (let k = 0, at = r * K; k < K; k++, at++) {
      if (place[at] === BESIDE) least = Math.min(least, sigma[at]! * z[k]!);
    }
    return least;
  }

  /** Takes the row's crossings; `distances` has how far it is from its next kink at the step's end. */
  private kinksOf(r: number, first: First): void {
    const { rows, solver, start, end, distances } = this;
    const { K, sigma, place } = rows;
    this.moveTo(r, start, solver.y);
    this.moveTo(r, end, solver.next);
    distances[r] = Math.max(0, this.distance(r, end.z));
    const slack = ROUNDING * (this.clockAtEnd - this.since[r]!);
    for (let k = 0, at = r * K; k < K; k++, at++) {
      if (place[at] !== BESIDE) continue;
      const side = sigma[at]!;
      const from = side * start.z[k]!;
      const to = side * end.z[k]!;
      if (to < -slack) this.crossing(r, k, from, to, first);
      else if (side * start.v[k]! < 0 && side * end.v[k]! > 0) this.dip(r, k, from, slack, first);
    }
  }

  /** Where side·z, `from` at the step's beginning and `to` < 0 at its end, passes 0. */
  private crossing(r: number, k: number, from: number, to: number, first: First): void {
    const f = (theta: number): number => this.sided(r, k, theta);
    if (from > 0) {
      if (first.theta === 1 || !(f(first.theta) > 0)) {
        first.take({ r, k, kind: 'kink', theta: locate(f, 0, from, 1, to) });
      }
      return;
    }
    if (this.rows.sigma[r * this.rows.K + k]! * this.start.v[k]! > 0) {
      // It left the kink with the step's beginning, and comes back to it.
      for (let theta = 0.5, halving = 0; halving < HALVINGS; theta /= 2, halving++) {
        const value = f(theta);
        if (!(value > 0)) continue;
        first.take({ r, k, kind: 'kink', theta: locate(f, theta, value, 1, to) });
        return;
      }
    }
    first.take({ r, k, kind: 'kink', theta: 0 });
  }

  /** An entry that turns within the step: whether it passes its kink before it turns. */
  private dip(r: number, k: number, from: number, slack: number, first: First): void {
    const turn = locate((theta) => -this.speed(r, k, theta), 0, 1, 1, -1);
    const least = this.sided(r, k, turn);
    if (!(least < -slack)) return;
    const f = (theta: number): number => this.sided(r, k, theta);
    first.take({ r, k, kind: 'kink', theta: from > 0 ? locate(f, 0, from, turn, least) : 0 });
  }

  /** side·z within the step. */
  private sided(r: number, k: number, theta: number): number {
    const { rows, solver, e, c } = this;
    solver.dense(theta, e);
    rows.grown(r, e, c);
    return rows.sigma[r * rows.K + k]! * (rows.base(r, k) + rows.pushAt(r, c, k));
  }

  /** side·ż within the step. */
  private speed(r: number, k: number, theta: number): number {
    const { rows, c, inside } = this;
    this.takeSlopesAt(theta);
    rows.forces(r, inside.plus, inside.minus, c);
    return rows.sigma[r * rows.K + k]! * rows.pushAt(r, c, k);
  }

  private takeSlopesAt(theta: number): void {
    const { solver, e, slopes, inside } = this;
    solver.dense(theta, e);
    this.derivative(solver.u + theta * solver.h, e, slopes);
    this.takeSlopes(inside, slopes);
  }

  private slopesOf(r: number, first: First): void {
    const { rows, start, end, inside } = this;
    for (const k of rows.slidesAlong(r)) {
      const to = this.slack(r, k, end);
      if (!(to < -SLOPE_ROUNDING)) continue;
      const from = this.slack(r, k, start);
      const f = (theta: number): number => {
        this.takeSlopesAt(theta);
        return this.slack(r, k, inside);
      };
      if (!(from > 0)) first.take({ r, k, kind: 'slope', theta: 0 });
      else if (first.theta === 1 || !(f(first.theta) > 0)) {
        first.take({ r, k, kind: 'slope', theta: locate(f, 0, from, 1, to) });
      }
    }
  }

  /** How far φ′ of an entry that slides is within [γ, 1], as part of 1 − γ. */
  private slack(r: number, k: number, { plus, minus }: End): number {
    const { c, rows } = this;
    rows.forces(r, plus, minus, c);
    const share = (c[k]! - minus[k]!) / (plus[k]! - minus[k]!);
    // Where both sides are alike no slope holds it any more.
    return share >= 0 ? Math.min(share, 1 - share) : share < 0 ? share : -1;
  }
}
