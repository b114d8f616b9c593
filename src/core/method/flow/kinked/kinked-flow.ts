import { exp } from '../../../special/exp.ts';
import { pow } from '../../../special/pow.ts';
import { Pace, type Work } from '../../../slices.ts';
import { DormandPrince } from '../dormand-prince.ts';
import { allowed, checkSteps, MOST_STEPS, type Flow } from '../flow.ts';
import type { LogLoss } from '../log-loss.ts';
import { sidesOf, type FlowNetwork } from '../network.ts';
import { StepSize } from '../step-size.ts';
import { logTimeOf } from '../warp.ts';
import { Events, type Event } from './events.ts';
import { Influence } from './influence.ts';
import { Reach } from './reach.ts';
import { BESIDE, KinkedRows } from './rows.ts';
import { settle } from './settle.ts';

/** Events after which what is summed up over all neurons is summed afresh. */
const REFRESH = 256;
/** Corrections of an event's time by Newton's method; each costs a step. */
const CORRECTIONS = 2;
/** Steps are tried so many times as long as the last event was off, and so much longer again while nothing happens. */
const LOOK_AHEAD = 2;
const LOOK_FURTHER = 4;
const LEAST_OUTLOOK = 1e-3;

/**
 * Gradient flow of a (leaky) ReLU network, of the Clarke subdifferential (docs/flow.md). Between two events everything is
 * linear in E_i = ∫ |ℓ′_i| dt, and E is all that is integrated:
 *
 *   dE_i/du = (1 + t) |ℓ′(q_i)|,  q = q(E*) + (dq/dE)(E − E*),  t + 1 = e^u
 */
export class KinkedFlow implements Flow {
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly sliding: Uint8Array;
  readonly kinkSlopes: Float64Array;
  speed = 0;
  steps = 0;
  events = 0;
  private readonly rows: KinkedRows;
  private readonly influence: Influence;
  private readonly solver: DormandPrince;
  private readonly stepSize: StepSize;
  private readonly reach: Reach;
  private readonly finder: Events;
  private readonly pace: Pace;
  /** E and q at the last event. */
  private readonly since: Float64Array;
  private readonly margins: Float64Array;
  /** What happens at the end of the solver's step; the rows are still as they were in it. */
  private pending: readonly Event[] = [];
  /** Events in a row between which no time has passed. */
  private standing = 0;
  /** The longest step that is worth taking: in a longer one the next event would cut off most of it. */
  private outlook = Infinity;
  private readonly plus: Float64Array;
  private readonly minus: Float64Array;
  private readonly row: Float64Array;
  private readonly push: Float64Array;
  private readonly at: Float64Array;
  private readonly grown: Float64Array;

  constructor(
    private readonly network: FlowNetwork,
    private readonly gamma: number,
    private readonly loss: LogLoss,
    private readonly tolerance: number,
    private readonly mostSteps = MOST_STEPS,
  ) {
    const { full, z0 } = network;
    const { n, features: K } = full;
    this.rows = new KinkedRows(network, gamma);
    this.influence = new Influence(network, this.rows, gamma);
    this.reach = new Reach(network);
    const derivative = (u: number, e: Float64Array, out: Float64Array): void => this.slopes(u, e, out);
    this.solver = new DormandPrince(n, derivative);
    this.finder = new Events(network, gamma, this.rows, this.influence, this.reach, this.solver, derivative);
    this.pace = new Pace(8 * n * n + this.rows.neurons);
    this.c = new Float64Array(z0.length);
    this.z = z0.slice();
    this.sliding = new Uint8Array(z0.length);
    this.kinkSlopes = new Float64Array(z0.length);
    this.since = new Float64Array(n);
    this.margins = new Float64Array(n);
    this.at = new Float64Array(n);
    this.grown = new Float64Array(n);
    this.plus = new Float64Array(K);
    this.minus = new Float64Array(K);
    this.row = new Float64Array(K);
    this.push = new Float64Array(K);
    this.takeMargins();
    this.influence.sum();
    this.solver.begin(0, this.since);
    this.settleStart();
    const speed = this.reach.ofError(this.solver.first);
    this.stepSize = new StepSize(0.1 * pow(tolerance, 0.2) * Math.min(1, 1 / speed));
  }

  *advance(u: number): Work {
    const { solver, pace } = this;
    while (solver.u + solver.h < u) {
      this.goOn();
      if (pace.isDue()) yield;
    }
    const theta = solver.h > 0 ? (u - solver.u) / solver.h : 0;
    solver.dense(theta, this.at);
    this.write(this.at);
    this.speed = this.speedAt(u, this.at);
  }

  /** The next step, or what of it is before the first event. */
  private goOn(): void {
    const { solver, stepSize } = this;
    if (solver.h > 0 || this.pending.length > 0) {
      this.standing = solver.h > 0 ? 0 : this.standing + 1;
      solver.accept();
      this.happen();
    }
    let h: number;
    for (;;) {
      checkSteps(++this.steps, logTimeOf(solver.u), this.mostSteps);
      h = Math.min(this.outlook, stepSize.next);
      solver.step(h);
      const error = this.reach.ofError(solver.error) / this.allowedError();
      // A step that the outlook made short says nothing of how long one may be.
      if (h < stepSize.next && error <= 1) break;
      if (stepSize.took(h, error)) break;
    }
    if (this.gamma === 1) return;
    this.pending = this.finder.first();
    const [event] = this.pending;
    this.outlook =
      event === undefined ? LOOK_FURTHER * h : Math.max(LOOK_AHEAD * event.theta, LEAST_OUTLOOK) * h;
    if (event !== undefined) this.stopAt(event, h);
  }

  private allowedError(): number {
    let largest = 0;
    for (let i = 0; i < this.margins.length; i++) {
      largest = Math.max(largest, Math.abs(this.marginAt(i, this.solver.next)));
    }
    return allowed(this.tolerance, largest);
  }

  /** Takes the step again, up to the event: its end is then as exact as the pair, not as its extension. */
  private stopAt({ r, k, kind, theta }: Event, h: number): void {
    const { solver, finder } = this;
    let to = theta * h;
    solver.step(to);
    if (kind === 'slope' || theta === 0) return;
    for (let k2 = 0; k2 < CORRECTIONS; k2++) {
      const { z, v } = finder.atEnd(r, k);
      const corrected = Math.min(h, Math.max(0, to - z / v));
      if (!(corrected !== to && Math.abs(corrected - to) < 0.1 * to)) return;
      to = corrected;
      solver.step(to);
    }
  }

  /** The pending events, at the beginning of the step to come. */
  private happen(): void {
    const { pending, solver, margins, since } = this;
    if (pending.length === 0) return;
    this.checkProgress();
    const e = solver.y;
    for (let i = 0; i < margins.length; i++) this.grown[i] = this.marginAt(i, e);
    margins.set(this.grown);
    since.set(e);
    sidesOf(this.network.full, this.gamma, solver.first, this.plus, this.minus);
    const changed = new Set(pending.map(({ r }) => r));
    for (const r of changed) {
      this.influence.add(r, -1);
      this.rebase(r, e);
      this.change(
        r,
        pending.filter((event) => event.r === r),
      );
      this.influence.add(r, 1);
      this.finder.changed(r, e);
    }
    const before = Math.floor(this.events / REFRESH);
    this.events += pending.length;
    this.pending = [];
    if (Math.floor(this.events / REFRESH) > before) {
      this.write(e);
      this.takeMargins();
      this.influence.sum();
    }
    solver.begin(solver.u, e);
  }

  /** What becomes of neuron r at the events of its row. */
  private change(r: number, events: readonly Event[]): void {
    const { rows, plus, minus, network } = this;
    const { K, sigma, place } = rows;
    const sign = network.a[r]! > 0 ? 1 : -1;
    const side = sigma.subarray(r * K, (r + 1) * K);
    const kinks = new Set<number>();
    for (let k = 0; k < K; k++) if (place[r * K + k] !== BESIDE) kinks.add(k);
    for (const { k, kind } of events) {
      rows.touch(r, k);
      if (kind === 'slope') {
        const share = this.shareOf(r, k);
        side[k] = share > 0.5 ? 1 : -1;
        kinks.delete(k);
      } else if (sign * (plus[k]! - minus[k]!) < 0) kinks.add(k);
      else side[k] = side[k]! > 0 ? -1 : 1;
    }
    const forces = { gram: network.gram, K, plus, minus, sign };
    rows.settle(
      r,
      settle(
        forces,
        [...kinks].sort((a, b) => a - b),
        side,
      ),
    );
  }

  /** Where φ′ of an entry that slides is between γ and 1. */
  private shareOf(r: number, k: number): number {
    const { rows, row, plus, minus } = this;
    rows.forces(r, plus, minus, row);
    return (row[k]! - minus[k]!) / (plus[k]! - minus[k]!);
  }

  /** Kinks that a neuron of W(0) is on: of those that repel it φ′(0) = 1 holds (K §3). */
  private settleStart(): void {
    const { rows, network, solver } = this;
    const { K } = rows;
    sidesOf(network.full, this.gamma, solver.first, this.plus, this.minus);
    let any = false;
    for (let r = 0; r < rows.neurons; r++) {
      const events: Event[] = [];
      const sign = network.a[r]! > 0 ? 1 : -1;
      for (let k = 0; k < K; k++) {
        const attracts = sign * (this.plus[k]! - this.minus[k]!) < 0;
        if (network.z0[r * K + k] === 0 && attracts) events.push({ r, k, kind: 'kink', theta: 0 });
      }
      if (events.length === 0) continue;
      any = true;
      this.change(r, events);
    }
    if (any) this.influence.sum();
  }

  private rebase(r: number, e: Float64Array): void {
    this.displacement(r, e);
    this.rows.rebase(r, e, this.row, this.push);
  }

  /** row, push ← how far neuron r has moved at E since its pattern last changed. */
  private displacement(r: number, e: Float64Array): void {
    const { rows, row, push } = this;
    rows.grown(r, e, row);
    rows.push(r, row, push);
  }

  /** C, Z and who slides, at E. */
  private write(e: Float64Array): void {
    const { rows, row, push, c, z, sliding } = this;
    for (let r = 0; r < rows.neurons; r++) {
      this.displacement(r, e);
      rows.write(r, row, push, c, z);
    }
    for (let at = 0; at < sliding.length; at++) sliding[at] = rows.place[at] === BESIDE ? 0 : 1;
  }

  /** ‖dW/dt‖_F = √ Σ_r (a_r/n)² c_r G c_rᵀ, in t: e^u slower than the clock. Leaves the slopes of what slides. */
  private speedAt(u: number, e: Float64Array): number {
    const { rows, row, push, grown, network, plus, minus, gamma, sliding, kinkSlopes } = this;
    this.slopes(u, e, grown);
    sidesOf(network.full, gamma, grown, plus, minus);
    let sum = 0;
    for (let r = 0, at = 0; r < rows.neurons; r++) {
      rows.forces(r, plus, minus, row);
      for (let k = 0; k < row.length; k++, at++) {
        const share = (row[k]! - minus[k]!) / (plus[k]! - minus[k]!);
        // Rounding may put it outside by a little.
        kinkSlopes[at] = sliding[at] === 0 ? -1 : gamma + (1 - gamma) * Math.min(1, Math.max(0, share));
      }
      rows.push(r, row, push);
      let along = 0;
      for (let k = 0; k < row.length; k++) along += row[k]! * push[k]!;
      sum += (network.a[r]! / network.full.n) * along;
    }
    return Math.sqrt(Math.max(0, sum)) * exp(-u);
  }

  /** dE/du. */
  private slopes(u: number, e: Float64Array, out: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = exp(u + this.loss.slope(this.marginAt(i, e)));
  }

  private marginAt(i: number, e: Float64Array): number {
    const { since, margins, influence } = this;
    const n = since.length;
    let q = margins[i]!;
    for (let l = 0, at = i * n; l < n; l++, at++) q += influence.matrix[at]! * (e[l]! - since[l]!);
    return q;
  }

  /** margins ← q of Z as it is written. */
  private takeMargins(): void {
    const { network, z, margins, gamma, rows } = this;
    const { n, patches, patchFeature, patchSign, y } = network.full;
    margins.fill(0);
    for (let r = 0; r < rows.neurons; r++) {
      for (let i = 0, at = 0; i < n; i++) {
        for (let p = 0; p < patches; p++, at++) {
          const zk = patchSign[at]! * z[r * rows.K + patchFeature[at]!]!;
          margins[i] = margins[i]! + y[i]! * network.a[r]! * (zk >= 0 ? zk : gamma * zk);
        }
      }
    }
  }

  private checkProgress(): void {
    if (this.standing <= 100 + 10 * this.rows.sigma.length) return;
    throw new Error(
      `gradient flow stands still at log t = ${logTimeOf(this.solver.u)}: kinks are crossed there without end`,
    );
  }
}
