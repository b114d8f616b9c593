import type { Kernels } from '../../kernels/kernels.ts';
import type { Work } from '../../slices.ts';
import { slices } from '../../slices.ts';
import { Members } from './members.ts';
import type { Sites } from './sites.ts';
import { GroupTable } from './table.ts';

/** What groups are made of, and the matrices they stand for. */
export interface GroupedNetwork {
  readonly sites: Sites;
  /** φ′ of a site that fires is 1, of one that does not γ. */
  readonly gamma: number;
  /** |a_r|. */
  readonly scale: number;
  /** G, K×K, and its diagonal where nothing else in it is other than 0. */
  readonly gram: Float64Array;
  readonly diagonal: Float64Array | null;
  /** C and Z of the ordinary space, 2m×K. */
  readonly c: Float64Array;
  readonly z: Float64Array;
}

/**
 * W by groups (K Lemmas 5.6, 5.7): neurons of the same class and activation pattern have the same row of D = ∂L/∂Z, where φ
 * is leaky ReLU. So each group g has one moving row s_g (K entries: the displacement of its neurons' rows of C since the
 * group began) and its image t_g = s_g G, and each neuron the still rows that it had when it joined, less the group's
 * displacement then:
 *
 *     c_r = c̃_r + s_g,   z_r = z̃_r + t_g
 *
 * A step costs O(groups·K²), whatever m is. s_g is summed with compensation (Kahan 1965) and t_g made of it anew at every
 * epoch, so that neither drifts over 10⁹ epochs.
 */
export class Groups {
  /** Whether W moves by groups now; then C and Z of the ordinary space are only current after `show`. */
  isActive = false;
  readonly K: number;
  readonly neurons: number;
  readonly members: Members;
  readonly table: GroupTable;
  /** c̃ and z̃, 2m×K; nothing before the groups take over for the first time, as most runs of ReLU never do. */
  stillC = new Float64Array(0);
  stillZ = new Float64Array(0);
  /** s_g and t_g; groups×K. */
  readonly moved: Float64Array;
  readonly image: Float64Array;
  /** Σ z̃_r over the neurons of each group, and the least and largest z̃_rk of each; groups×K. */
  readonly sum: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Of each site of each group the s·z̃_rk that is next to its kink; groups×Q. */
  readonly edge: Float64Array;
  /** a_r φ′ s of each site of each group; groups×Q. */
  readonly gain: Float64Array;
  /** Groups that have neurons. */
  live = 0;
  /** Goes up whenever a neuron joins a group. */
  version = 0;
  /** The same, and whenever a group's pattern changes. */
  patternVersion = 0;
  /** Whether two groups had the same pattern, at a pattern version. */
  private twins = false;
  private twinsOf = -1;
  /** How often each group has crossed a kink as a whole, and the step of the last time. */
  readonly unrest: Int32Array;
  private readonly crossedAt: Float64Array;
  /** How often each neuron has changed groups since it was taken over. */
  readonly moves: Int32Array;
  /** Neurons that changed groups since `forgetChanges`, each once. */
  readonly changed: Int32Array;
  changes = 0;
  private readonly isChanged: Uint8Array;
  private readonly carry: Float64Array;
  private readonly row: Float64Array;
  /** Steps so far, and those that C and Z of the ordinary space show. */
  private shown = -1;
  steps = 0;

  /** @param capacity groups at most */
  constructor(
    private readonly kernels: Kernels,
    readonly network: GroupedNetwork,
    capacity: number,
  ) {
    const { sites, c, gram } = network;
    const K = Math.round(Math.sqrt(gram.length));
    const neurons = c.length / K;
    this.K = K;
    this.neurons = neurons;
    this.members = new Members(kernels, neurons, capacity);
    this.table = new GroupTable(kernels, sites, capacity);
    this.moved = kernels.allocate(capacity * K);
    this.carry = kernels.allocate(capacity * K);
    this.image = kernels.allocate(capacity * K);
    this.row = kernels.allocate(K);
    this.sum = kernels.allocate(capacity * K);
    this.low = new Float64Array(capacity * K);
    this.high = new Float64Array(capacity * K);
    this.edge = kernels.allocate(capacity * sites.count);
    this.gain = kernels.allocate(capacity * sites.count);
    this.unrest = new Int32Array(capacity);
    this.crossedAt = new Float64Array(capacity);
    this.moves = new Int32Array(neurons);
    this.changed = new Int32Array(neurons);
    this.isChanged = new Uint8Array(neurons);
  }

  /**
   * Takes W over from the ordinary space, if its neurons are in few enough groups.
   *
   * @param most groups at most
   * @returns whether it did
   */
  *enter(most: number): Work<boolean> {
    const { members, table, network, K, neurons } = this;
    members.clear();
    table.count = 0;
    // Most often it is known after a few neurons.
    for (let r = 0; r < neurons; r++) {
      const g = table.groupOf(network.z, r * K, 2 * r < neurons ? 0 : 1, members.size);
      if (g < 0 || g >= most) return false;
      members.add(r, g);
    }
    if (this.stillC.length === 0) {
      this.stillC = new Float64Array(neurons * K);
      this.stillZ = new Float64Array(neurons * K);
    }
    yield* slices(neurons, 8 * K, (from, to) => {
      this.stillC.set(network.c.subarray(from * K, to * K), from * K);
      this.stillZ.set(network.z.subarray(from * K, to * K), from * K);
    });
    for (let g = 0; g < table.count; g++) {
      this.begin(g);
      this.review(g);
      this.refreshSites(g);
    }
    for (let r = 0; r < neurons; r++) this.noteChange(r);
    this.moves.fill(0);
    this.shown = this.steps;
    this.isActive = true;
    this.noteMoves();
    return true;
  }

  /** Gives W back to the ordinary space. */
  *leave(): Work {
    yield* this.show();
    this.isActive = false;
  }

  /** Whether Z is finite. */
  isFinite(): boolean {
    const { table, members, image, low, high, K } = this;
    for (let g = 0; g < table.count; g++) {
      if (members.size[g] === 0) continue;
      for (let k = g * K, end = k + K; k < end; k++) {
        if (!(image[k]! + high[k]! < Infinity && image[k]! + low[k]! > -Infinity)) return false;
      }
    }
    return true;
  }

  /** Makes C and Z of the ordinary space current. Changes nothing else. */
  *show(): Work {
    if (!this.isActive || this.shown === this.steps) return;
    const { network, neurons, K } = this;
    yield* slices(neurons, 8 * K, (from, to) => {
      for (let r = from; r < to; r++) this.rowInto(r, network.c, network.z, r * K);
    });
    this.shown = this.steps;
  }

  /** c[at], … ← c_r, K entries. */
  coefficientsInto(r: number, c: Float64Array, at: number): void {
    const { K, stillC, moved } = this;
    const g = this.members.groupOf[r]! * K;
    for (let k = 0; k < K; k++) c[at + k] = stillC[r * K + k]! + moved[g + k]!;
  }

  /** c[at], … ← c_r and z[at], … ← z_r, K entries each. */
  rowInto(r: number, c: Float64Array, z: Float64Array, at: number): void {
    const { K, stillC, stillZ, moved, image } = this;
    const g = this.members.groupOf[r]! * K;
    for (let k = 0, from = r * K; k < K; k++, from++) {
      c[at + k] = stillC[from]! + moved[g + k]!;
      z[at + k] = stillZ[from]! + image[g + k]!;
    }
  }

  /** out ← Σ_r a_r φ′ s z_rk at each site: what it adds to f; Q entries. */
  outputs(out: Float64Array): void {
    const { kernels, table, members, sum, image, gain, K } = this;
    const { feature, count: Q } = this.network.sites;
    kernels.groupOutputs(members.size, feature, gain, sum, image, table.count, K, Q, out);
  }

  /**
   * s_g ← s_g − η d_g and t_g ← s_g G, with d_gk = Σ gain·e over the sites of feature k.
   *
   * @param e Σ y_i ℓ′_i / n over the patches of each site, Q entries
   */
  step(eta: number, e: Float64Array): void {
    const { kernels, table, members, moved, carry, image, gain, K } = this;
    const { sites, gram, diagonal } = this.network;
    const { feature, count: Q } = sites;
    const products = diagonal ?? gram;
    const isDiagonal = diagonal !== null;
    this.steps++;
    kernels.moveGroups(
      eta,
      e,
      members.size,
      feature,
      gain,
      products,
      isDiagonal,
      table.count,
      K,
      Q,
      moved,
      carry,
      image,
    );
  }

  /** ‖D U‖_F² = Σ_g size_g d_gᵀ G d_g. @param e as of `step` */
  squaredLength(e: Float64Array): number {
    const { kernels, table, members, gain, row, K } = this;
    const { sites, gram } = this.network;
    const { feature, count: Q } = sites;
    return Math.max(0, kernels.groupSquares(e, members.size, feature, gain, gram, table.count, K, Q, row));
  }

  /** Whether some neuron has crossed its kink: whether Z's signs are no longer those of the groups. */
  hasCrossed(): boolean {
    const { kernels, table, members, edge, image, K } = this;
    const { feature, sign, count: Q } = this.network.sites;
    return kernels.hasCrossed(members.size, feature, sign, edge, table.fires, image, table.count, K, Q);
  }

  /** The first site from `from` on that some neuron of group g has crossed; −1 when there is none. */
  crossedSite(g: number, from: number): number {
    const { K, image, edge } = this;
    const { count: Q, feature, sign } = this.network.sites;
    const { fires } = this.table;
    for (let q = from, at = g * Q + from; q < Q; q++, at++) {
      // Rounding is monotone: where the neuron next to the kink has not crossed, none has.
      if (sign[q]! * image[g * K + feature[q]!]! + edge[at]! >= 0 !== (fires[at] === 1)) return q;
    }
    return -1;
  }

  /** A group that begins: its displacement is 0. */
  begin(g: number): void {
    const { K } = this;
    const { count: Q } = this.network.sites;
    this.unrest[g] = 0;
    this.crossedAt[g] = this.steps;
    for (const rows of [this.moved, this.carry, this.image, this.sum]) rows.fill(0, g * K, (g + 1) * K);
    this.low.fill(Infinity, g * K, (g + 1) * K);
    this.high.fill(-Infinity, g * K, (g + 1) * K);
    for (let q = 0; q < Q; q++) this.refreshGain(g, q);
  }

  /** All neurons of group g have crossed site q. */
  flip(g: number, q: number): void {
    this.table.flip(g, q);
    this.refreshGain(g, q);
    for (let r = this.members.first[g]!; r >= 0; r = this.members.next[r]!) this.noteChange(r);
    this.patternVersion++;
    this.unrest[g] = this.unrest[g]! + 1;
    this.crossedAt[g] = this.steps;
  }

  /** Whether group g has not crossed a kink for so many steps, times the crossings before and one. */
  isCalm(g: number, steps: number): boolean {
    return this.steps - this.crossedAt[g]! >= steps * (1 + this.unrest[g]!);
  }

  /** Whether two groups have the same class and pattern. */
  hasTwins(): boolean {
    if (this.twinsOf !== this.patternVersion) {
      this.twins = this.lookForTwins();
      this.twinsOf = this.patternVersion;
    }
    return this.twins;
  }

  private lookForTwins(): boolean {
    const { table, members } = this;
    for (let g = 1; g < table.count; g++) {
      for (let h = 0; h < g; h++) {
        if (members.size[g]! > 0 && members.size[h]! > 0 && table.areAlike(g, h)) return true;
      }
    }
    return false;
  }

  /** Neurons have changed groups. */
  noteMoves(): void {
    const { table, members } = this;
    while (table.count > 0 && members.size[table.count - 1] === 0) table.count--;
    this.live = 0;
    for (let g = 0; g < table.count; g++) if (members.size[g]! > 0) this.live++;
    this.version++;
    this.patternVersion++;
  }

  /** Whether no neuron of group g is on this side of site q any more, some having crossed. */
  haveAllCrossed(g: number, q: number): boolean {
    const { K, image, low, high } = this;
    const { count: Q, feature, sign } = this.network.sites;
    const k = g * K + feature[q]!;
    const fires = this.table.fires[g * Q + q] === 1;
    const last = sign[q]! * (image[k]! + (fires === sign[q]! > 0 ? high[k]! : low[k]!));
    return last >= 0 !== fires;
  }

  private refreshGain(g: number, q: number): void {
    const { table, network, gain } = this;
    const { count: Q, sign } = network.sites;
    const a = table.side[g] === 0 ? network.scale : -network.scale;
    gain[g * Q + q] = a * (table.fires[g * Q + q] === 1 ? 1 : network.gamma) * sign[q]!;
  }

  /** Sums and edges of group g from its neurons' still rows. */
  review(g: number): void {
    const { K, sum, low, high, members } = this;
    sum.fill(0, g * K, (g + 1) * K);
    low.fill(Infinity, g * K, (g + 1) * K);
    high.fill(-Infinity, g * K, (g + 1) * K);
    for (let r = members.first[g]!; r >= 0; r = members.next[r]!) this.takeIn(g, r);
  }

  /** Adds neuron r to the sums and edges of features of group g. */
  takeIn(g: number, r: number): void {
    const { K, sum, low, high, stillZ } = this;
    for (let k = g * K, at = r * K, end = k + K; k < end; k++, at++) {
      const z = stillZ[at]!;
      sum[k] = sum[k]! + z;
      if (z < low[k]!) low[k] = z;
      if (z > high[k]!) high[k] = z;
    }
  }

  /** The edges of group g's sites from those of its features. */
  refreshSites(g: number): void {
    const { K, low, high, edge } = this;
    const { count: Q, feature, sign } = this.network.sites;
    for (let q = 0, at = g * Q; q < Q; q++, at++) {
      const k = g * K + feature[q]!;
      const isLow = (this.table.fires[at] === 1) === sign[q]! > 0;
      edge[at] = sign[q]! * (isLow ? low[k]! : high[k]!);
    }
  }

  /** Neuron r joined another group. */
  noteChange(r: number): void {
    if (this.isChanged[r] === 1) return;
    this.isChanged[r] = 1;
    this.changed[this.changes++] = r;
  }

  forgetChanges(): void {
    for (let k = 0; k < this.changes; k++) this.isChanged[this.changed[k]!] = 0;
    this.changes = 0;
  }
}
