import type { Derivative, DormandPrince } from '../dormand-prince.ts';
import { locate } from '../locate.ts';
import { sidesOf, type FlowNetwork } from '../network.ts';
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

/** E, ℓ′ and what follows of them at one end of the step. */
class End {
  readonly grown: Float64Array;
  readonly plus: Float64Array;
  readonly minus: Float64Array;
  readonly z: Float64Array;
  readonly v: Float64Array;

  constructor(n: number, K: number) {
    this.grown = new Float64Array(n);
    this.plus = new Float64Array(K);
    this.minus = new Float64Array(K);
    this.z = new Float64Array(K);
    this.v = new Float64Array(K);
  }
}

/**
 * Finds the first events of a step. Rows are looked at only once the clock says that they can have come to a kink: nothing
 * in a row moves faster than the clock does.
 */
export class Events {
  /** The clock before which no entry of a row can change its sign. */
  private readonly due: Float64Array;
  private readonly c: Float64Array;
  private readonly start: End;
  private readonly end: End;
  private readonly inside: End;
  private readonly probe: End;
  private readonly e: Float64Array;
  private readonly slopes: Float64Array;
  private readonly seen: number[] = [];

  constructor(
    private readonly network: FlowNetwork,
    private readonly gamma: number,
    private readonly rows: KinkedRows,
    private readonly reach: Reach,
    private readonly solver: DormandPrince,
    private readonly derivative: Derivative,
  ) {
    const { n } = network.full;
    const { K, neurons } = rows;
    this.due = new Float64Array(neurons);
    this.c = new Float64Array(K);
    this.start = new End(n, K);
    this.end = new End(n, K);
    this.inside = new End(n, K);
    this.probe = new End(n, K);
    this.e = new Float64Array(n);
    this.slopes = new Float64Array(n);
  }

  /** The row has changed: it is looked at in the next step. */
  changed(r: number): void {
    this.due[r] = 0;
  }

  /** The events of the solver's step that come first, all at the same θ; none where there is no event. */
  first(): readonly Event[] {
    const { solver, reach, rows, due, seen } = this;
    const clock = reach.clock(solver.next);
    this.takeSlopes(this.start, solver.first);
    this.takeSlopes(this.end, solver.end);
    seen.length = 0;
    let found: Event[] = [];
    const take = (event: Event): void => {
      const first = found[0]?.theta ?? Infinity;
      if (event.theta < first) found = [event];
      else if (event.theta === first) found.push(event);
    };
    for (let r = 0; r < rows.neurons; r++) {
      if (due[r]! > clock) continue;
      seen.push(r);
      this.kinksOf(r, take);
    }
    for (const r of rows.sliding) this.slopesOf(r, take);
    if (found.length === 0) for (const r of seen) due[r] = clock + this.distance(r);
    return found;
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
    this.positionAt(r, to, e);
  }

  /** z of row r at E. */
  private positionAt(r: number, { grown, z }: End, e: Float64Array): void {
    const { rows, c, inside, network, gamma } = this;
    rows.sinceChange(r, e, grown);
    sidesOf(network.full, gamma, grown, inside.plus, inside.minus);
    rows.forces(r, inside.plus, inside.minus, c);
    rows.push(r, c, z);
    for (let k = 0; k < z.length; k++) z[k] = rows.base(r, k) + z[k]!;
  }

  private kinksOf(r: number, take: (event: Event) => void): void {
    const { rows, reach, solver, start, end } = this;
    const { K, sigma, place } = rows;
    this.moveTo(r, start, solver.y);
    this.moveTo(r, end, solver.next);
    const slack = ROUNDING * reach.clock(end.grown);
    for (let k = 0, at = r * K; k < K; k++, at++) {
      if (place[at] !== BESIDE) continue;
      const side = sigma[at]!;
      const from = side * start.z[k]!;
      const to = side * end.z[k]!;
      if (to < -slack) take({ r, k, kind: 'kink', theta: this.crossing(r, k, from, to) });
      else if (side * start.v[k]! < 0 && side * end.v[k]! > 0) {
        const theta = this.dip(r, k, from, slack);
        if (theta !== null) take({ r, k, kind: 'kink', theta });
      }
    }
  }

  /** θ at which side·z, `from` at the step's beginning and `to` < 0 at its end, passes 0. */
  private crossing(r: number, k: number, from: number, to: number): number {
    const f = (theta: number): number => this.sided(r, k, theta);
    if (from > 0) return locate(f, 0, from, 1, to);
    if (this.rows.sigma[r * this.rows.K + k]! * this.start.v[k]! <= 0) return 0;
    // It left the kink with the step's beginning, and comes back to it.
    for (let theta = 0.5, halving = 0; halving < HALVINGS; theta /= 2, halving++) {
      const value = f(theta);
      if (value > 0) return locate(f, theta, value, 1, to);
    }
    return 0;
  }

  /** Of an entry that turns within the step: where it passes its kink before it turns; null where it does not. */
  private dip(r: number, k: number, from: number, slack: number): number | null {
    const turn = locate((theta) => -this.speed(r, k, theta), 0, 1, 1, -1);
    const least = this.sided(r, k, turn);
    if (!(least < -slack)) return null;
    return from > 0 ? locate((theta) => this.sided(r, k, theta), 0, from, turn, least) : 0;
  }

  private sided(r: number, k: number, theta: number): number {
    const { rows, solver, e, probe } = this;
    solver.dense(theta, e);
    this.positionAt(r, probe, e);
    return rows.sigma[r * rows.K + k]! * probe.z[k]!;
  }

  /** side·ż within the step. */
  private speed(r: number, k: number, theta: number): number {
    const { rows, c, inside } = this;
    this.takeSlopesAt(theta);
    rows.forces(r, inside.plus, inside.minus, c);
    rows.push(r, c, inside.v);
    return rows.sigma[r * rows.K + k]! * inside.v[k]!;
  }

  private takeSlopesAt(theta: number): void {
    const { solver, e, slopes, inside } = this;
    solver.dense(theta, e);
    this.derivative(solver.u + theta * solver.h, e, slopes);
    this.takeSlopes(inside, slopes);
  }

  private slopesOf(r: number, take: (event: Event) => void): void {
    const { rows, start, end, inside } = this;
    for (const k of rows.slidesAlong(r)) {
      const to = this.slack(r, k, end);
      if (!(to < -SLOPE_ROUNDING)) continue;
      const from = this.slack(r, k, start);
      const f = (theta: number): number => {
        this.takeSlopesAt(theta);
        return this.slack(r, k, inside);
      };
      take({ r, k, kind: 'slope', theta: from > 0 ? locate(f, 0, from, 1, to) : 0 });
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

  /** How far the row is from its next kink, at the end of the step. */
  private distance(r: number): number {
    const { rows, solver, end } = this;
    const { K, place, sigma } = rows;
    this.positionAt(r, end, solver.next);
    let least = Infinity;
    for (let k = 0, at = r * K; k < K; k++, at++) {
      if (place[at] === BESIDE) least = Math.min(least, Math.max(0, sigma[at]! * end.z[k]!));
    }
    return least;
  }
}
