import { whyApart } from './alike.ts';
import { learningRate, type Experiment } from '../experiment.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Batch, Objective } from '../objective.ts';
import { secondLayerScale } from '../model/second-layer.ts';
import { Settled, type Work } from '../slices.ts';
import type { Ground } from '../space/create.ts';
import { canMerge, merge, settle } from '../space/groups/crossings.ts';
import { Groups } from '../space/groups/groups.ts';
import { sitesOf } from '../space/groups/sites.ts';

/** Multiply–adds that an ordinary step spends on each patch of a neuron beside the products: φ, φ′, D. */
const WORK_PER_ENTRY = 10;
/** The same of a step by groups for each site of a group, and for each sample. */
const WORK_PER_SITE = 8;
const WORK_PER_SAMPLE = 30;
/** Groups at most when they take over, and while they move: of more, an observation costs no less than of all rows. */
const FEW_GROUPS = 4;
const MOST_GROUPS = 8;
/** Epochs that are stayed away after the first time that groups did not pay; each time twice as many. */
const FIRST_PENALTY = 32;
/** Epochs over which what groups cost is compared with what they save. */
const WINDOW = 16;
/** Epochs that the loop goes between two yields are worth so many multiply–adds. */
const WORK_PER_SLICE = 1e6;

/** Is told of each sign that a step by groups changed: of neuron r at the site, at epoch t. */
export interface FlipWatcher {
  flipped(t: number, r: number, site: number): void;
}

/**
 * Steps of gradient descent by groups of neurons that move alike (docs/frozen.md), and when they are taken: as soon as the
 * groups are few, as long as they cost less than ordinary steps. That is decided by counts of operations, which are a
 * function of the experiment, as everything is.
 */
export class Grouping {
  /** Signs of (neuron, patch) that steps by groups changed, all together; other steps do not count them. */
  flipsSoFar = 0;
  /** Epoch of the last of them; 0 when there was none. */
  lastFlip = 0;
  /** Epochs at which the groups took over and at which they gave up: for tests and benchmarks. */
  readonly entered: number[] = [];
  readonly left: number[] = [];
  private watcher: FlipWatcher | null = null;
  private readonly h: Float64Array;
  private readonly e: Float64Array;
  private wait = 1;
  private next = 0;
  private penalty = FIRST_PENALTY;
  /** Of the present window: epochs, and what they cost beside the step itself. */
  private epochs = 0;
  private spent = 0;
  /** Steps of the groups at which `e` was made. */
  private stepsOfSlopes = -1;
  /** Whether a neuron crossed its kink at the last step. */
  private crossed = false;

  private constructor(
    kernels: Kernels,
    readonly groups: Groups,
    private readonly objective: Objective,
    private readonly full: Batch,
    private readonly eta: number,
    private readonly always: boolean,
    /** Multiply–adds of an ordinary step. */
    private readonly ordinary: number,
    /** First epoch that is not penalised. */
    private readonly since: number,
  ) {
    const { count } = groups.network.sites;
    this.h = kernels.allocate(count);
    this.e = kernels.allocate(count);
  }

  /** @returns null where neurons never move alike, or not for long enough to be worth a look */
  static of(experiment: Experiment, ground: Ground, objective: Objective, full: Batch): Grouping | null {
    const { activation, method, regularizer, space, secondLayer, m } = experiment;
    const since = regularizer.kind === 'none' ? 0 : (regularizer.until ?? Infinity);
    const apart = whyApart({
      activation: activation.kind,
      method: method.kind,
      unpenalisedFrom: since,
      m,
      epochs: experiment.epochs,
      space,
      kind: ground.space.kind,
    });
    // The same, for the types.
    if (apart !== null || activation.kind !== 'leaky-relu' || ground.space.kind !== 'feature') return null;
    const always = space === 'grouped';
    // A neuron finds its new group before it leaves the old one.
    const capacity = always ? 2 * m + 1 : MOST_GROUPS;
    const K = full.features;
    const { gram } = ground.products;
    const { diagonal } = ground.space;
    const { kernels } = ground;
    const groups = new Groups(
      kernels,
      {
        sites: sitesOf(kernels, full),
        gamma: activation.gamma,
        scale: secondLayerScale(secondLayer, m),
        gram,
        diagonal,
        c: ground.space.c,
        z: ground.space.z,
      },
      capacity,
    );
    const width = full.n * full.patches;
    const ordinary = 2 * m * (K * (diagonal === null ? K : 1) + WORK_PER_ENTRY * width);
    return new Grouping(kernels, groups, objective, full, learningRate(method), always, ordinary, since);
  }

  get isActive(): boolean {
    return this.groups.isActive;
  }

  /** From now on it is told of every flip. */
  watch(watcher: FlipWatcher): void {
    this.watcher = watcher;
  }

  /** Whether it is time to look whether the groups are to take over. */
  isDue(t: number): boolean {
    return t >= this.since && t >= this.next;
  }

  /** Looks, after the ordinary forward pass of epoch t. @returns whether the groups have taken over */
  *enter(t: number): Work<boolean> {
    if (yield* this.groups.enter(this.always ? Infinity : FEW_GROUPS)) {
      this.entered.push(t);
      this.wait = 1;
      this.epochs = 0;
      this.spent = 0;
      this.stepsOfSlopes = -1;
      return true;
    }
    this.next = t + this.wait;
    // At epochs 0, 1, 3, 7, 15, …: of all looks together a run sees only their logarithm.
    this.wait *= 2;
    return false;
  }

  /** Margins, losses and ℓ′ go to the objective. @returns L */
  forward(): number {
    this.takeMargins();
    return this.objective.evaluateMargins(this.full.n);
  }

  /** ‖∇_W L‖_F at the last `forward`. */
  gradientNorm(): number {
    this.takeSlopes();
    return Math.sqrt(this.groups.squaredLength(this.e));
  }

  /**
   * Steps from epoch t on, after `forward`, until epoch `to`, the groups are left, or a slice is over; of the epochs between
   * only ℓ′ is known.
   *
   * @returns the epoch that was come to; `forward` or an ordinary pass follows
   */
  advance(t: number, to: number): Work<number> {
    const end = Math.min(to, t + Math.max(1, Math.floor(WORK_PER_SLICE / this.ownWork())));
    const epoch = this.run(t, end);
    return this.hasToRegroup() ? this.regrouping(epoch, end) : new Settled(epoch);
  }

  /** Steps until epoch `end`, or until neurons are to change groups. @returns the epoch that was come to */
  private run(t: number, end: number): number {
    const { groups, full, eta } = this;
    for (let epoch = t; ;) {
      this.takeSlopes();
      groups.step(eta, this.e);
      epoch++;
      this.epochs++;
      this.crossed = groups.hasCrossed();
      if (epoch === end || this.hasToRegroup()) return epoch;
      this.takeMargins();
      this.objective.evaluateSlopes(full.n);
    }
  }

  private hasToRegroup(): boolean {
    return this.crossed || canMerge(this.groups);
  }

  /** From epoch t, at which neurons are to change groups, on. */
  private *regrouping(t: number, end: number): Work<number> {
    for (let epoch = t; ;) {
      if (this.crossed && !(yield* this.settle(epoch))) return epoch;
      if (canMerge(this.groups)) yield* merge(this.groups);
      if (epoch === end) return epoch;
      this.takeMargins();
      this.objective.evaluateSlopes(this.full.n);
      epoch = this.run(epoch, end);
      if (!this.hasToRegroup()) return epoch;
    }
  }

  /** Multiply–adds of a step by the groups that there are. */
  private ownWork(): number {
    const { live, K, network } = this.groups;
    const product = network.diagonal === null ? K * K : K;
    return live * (product + WORK_PER_SITE * network.sites.count) + WORK_PER_SAMPLE * this.full.n;
  }

  /** @returns whether the groups go on */
  private *settle(epoch: number): Work<boolean> {
    const { flips, work, found } = yield* settle(this.groups, (r, q) => this.watcher?.flipped(epoch, r, q));
    this.flipsSoFar += flips;
    if (flips > 0) this.lastFlip = epoch;
    this.spent += work;
    if (found && (this.always || this.pays())) return true;
    yield* this.groups.leave();
    this.left.push(epoch);
    this.next = epoch + this.penalty;
    this.penalty *= 2;
    return false;
  }

  private pays(): boolean {
    const saved = this.epochs * (this.ordinary - this.ownWork());
    if (this.epochs >= WINDOW) {
      const pays = this.spent < saved;
      this.epochs = 0;
      this.spent = 0;
      return pays;
    }
    return this.spent < saved + WINDOW * this.ordinary;
  }

  /** q_i = y_i Σ_p of what all groups add to f at the patch's site. */
  private takeMargins(): void {
    const { h, full, groups, objective } = this;
    const { n, patches, y } = full;
    const { ofPatch } = groups.network.sites;
    groups.outputs(h);
    for (let i = 0, at = 0; i < n; i++) {
      let f = 0;
      for (let p = 0; p < patches; p++, at++) f += h[ofPatch[at]!]!;
      objective.margins[i] = y[i]! * f;
    }
  }

  /** e ← Σ y_i ℓ′_i / n over the patches of each site. */
  private takeSlopes(): void {
    const { e, full, groups, objective } = this;
    if (this.stepsOfSlopes === groups.steps) return;
    this.stepsOfSlopes = groups.steps;
    const { n, patches, y } = full;
    const { ofPatch } = groups.network.sites;
    e.fill(0);
    for (let i = 0, at = 0; i < n; i++) {
      const slope = (y[i]! * objective.lossSlopes[i]!) / n;
      for (let p = 0; p < patches; p++, at++) e[ofPatch[at]!] = e[ofPatch[at]!]! + slope;
    }
  }
}
