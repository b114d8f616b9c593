import type { Groups } from '../../space/groups/groups.ts';

/** Neurons of a group that are kept as candidates for the least norm, and as many for the largest, at most. */
const CANDIDATES = 4;
/** Fewer do where that leaves so much of the room that the most would have. */
const ENOUGH_ROOM = 0.25;
/** How far ahead a look goes, in displacements since the last one: the first that leaves room for candidates. */
const HORIZONS = [32, 8, 2, 0.5, 0];
/** Rounding of two norms that are compared, of their size. */
const ROUNDING = 1e-13;

/**
 * The least and the largest ‖w_r‖² = ‖w̃_r‖² + 2 s_gᵀ z̃_r + s_gᵀ t_g of all neurons, without looking at every one.
 *
 * What decides within a group is v_r(s) = ‖w̃_r‖² + 2 sᵀz̃_r, linear in s. With s = s₀ + τp + ρ, v_r is a line in τ but for
 * 2ρᵀz̃_r. Neurons whose lines stay above that of the least at s₀ by ε, for τ from 0 to a horizon, cannot become the least
 * while 2 Σ_k |ρ_k|(max z̃_k − min z̃_k) ≤ ε; the others are candidates. Past either bound all are looked at anew. The value
 * is always that of the formula, so that its bits do not depend on who is a candidate.
 */
export class Extremes {
  private readonly ofGroup: (GroupExtremes | null)[];

  constructor(
    private readonly groups: Groups,
    /** ‖w̃_r‖², 2m entries. */
    private readonly still: Float64Array,
  ) {
    this.ofGroup = new Array<GroupExtremes | null>(groups.table.capacity).fill(null);
  }

  /** Neurons have changed groups. */
  forget(): void {
    this.ofGroup.fill(null);
  }

  measure(): { readonly least: number; readonly most: number } {
    const { groups, still, ofGroup } = this;
    const { table, members } = groups;
    let least = Infinity;
    let most = 0;
    for (let g = 0; g < table.count; g++) {
      if (members.size[g] === 0) continue;
      const extremes = (ofGroup[g] ??= new GroupExtremes(groups, g, still));
      extremes.update();
      least = Math.min(least, extremes.least);
      most = Math.max(most, extremes.most);
    }
    return { least, most };
  }
}

/** Those of one group, while its neurons stay the same. */
class GroupExtremes {
  least = 0;
  most = 0;
  /** The group's neurons, and v_r − v_first at s₀ and its slope along p. */
  private readonly ids: Int32Array;
  private readonly offsets: Float64Array;
  private readonly slopes: Float64Array;
  private readonly low: Candidates;
  private readonly high: Candidates;
  /** s₀, p and |p|². */
  private readonly at: Float64Array;
  private readonly direction: Float64Array;
  private squaredDirection = 0;
  private horizon = 0;
  private slack = -1;

  constructor(
    private readonly groups: Groups,
    private readonly g: number,
    private readonly still: Float64Array,
  ) {
    const { members, K } = groups;
    const size = members.size[g]!;
    this.ids = new Int32Array(size);
    for (let r = members.first[g]!, k = 0; r >= 0; r = members.next[r]!, k++) this.ids[k] = r;
    this.offsets = new Float64Array(size);
    this.slopes = new Float64Array(size);
    this.low = new Candidates(1);
    this.high = new Candidates(-1);
    this.at = new Float64Array(K);
    this.direction = new Float64Array(K);
  }

  update(): void {
    if (!this.holds()) this.look();
    let square = 0;
    const { K, moved, image } = this.groups;
    for (let k = this.g * K, end = k + K; k < end; k++) square += moved[k]! * image[k]!;
    this.least = Infinity;
    this.most = 0;
    for (let k = 0; k < this.low.count; k++)
      this.least = Math.min(this.least, this.norm(this.low.ids[k]!, square));
    for (let k = 0; k < this.high.count; k++)
      this.most = Math.max(this.most, this.norm(this.high.ids[k]!, square));
  }

  private norm(r: number, square: number): number {
    return Math.max(0, this.still[r]! + (2 * this.along(r) + square));
  }

  /** s_gᵀ z̃_r. */
  private along(r: number): number {
    const { K, moved, stillZ } = this.groups;
    let sum = 0;
    for (let k = this.g * K, at = r * K, end = k + K; k < end; k++, at++) sum += moved[k]! * stillZ[at]!;
    return sum;
  }

  /** Whether the candidates still have the least and the largest among them. */
  private holds(): boolean {
    if (this.slack === Infinity) return true;
    if (this.slack < 0) return false;
    const { at, direction, squaredDirection, g } = this;
    const { K, moved, low, high } = this.groups;
    let along = 0;
    for (let k = 0; k < K; k++) along += (moved[g * K + k]! - at[k]!) * direction[k]!;
    const tau = squaredDirection > 0 ? along / squaredDirection : 0;
    if (!(tau >= 0 && tau <= this.horizon)) return false;
    let used = 0;
    for (let k = 0; k < K; k++) {
      const rest = moved[g * K + k]! - at[k]! - tau * direction[k]!;
      used += 2 * Math.abs(rest) * (high[g * K + k]! - low[g * K + k]!);
    }
    return used <= this.slack;
  }

  /** Looks at every neuron of the group: O(size·K). */
  private look(): void {
    const { ids, offsets, slopes, at, direction, groups, g, still } = this;
    const { K, moved, stillZ } = groups;
    const size = ids.length;
    let square = 0;
    for (let k = 0; k < K; k++) {
      direction[k] = moved[g * K + k]! - at[k]!;
      at[k] = moved[g * K + k]!;
      square += direction[k]! * direction[k]!;
    }
    this.squaredDirection = square;
    let scale = 0;
    for (let i = 0; i < size; i++) {
      const r = ids[i]!;
      let slope = 0;
      for (let k = 0; k < K; k++) slope += direction[k]! * stillZ[r * K + k]!;
      offsets[i] = still[r]! + 2 * this.along(r);
      slopes[i] = 2 * slope;
      scale = Math.max(scale, Math.abs(offsets[i]!));
    }
    for (const horizon of square > 0 ? HORIZONS : [0]) {
      this.horizon = horizon;
      const lowSlack = this.low.choose(ids, offsets, slopes, horizon);
      const highSlack = this.high.choose(ids, offsets, slopes, horizon);
      this.slack = Math.min(lowSlack, highSlack) - ROUNDING * scale;
      if (this.slack > 0) return;
    }
    // Norms that are equal: the bound never holds, and all are looked at each time.
    this.slack = -1;
  }
}

/** The neurons of a group that may be the least (sign 1) or the largest (−1) of it. */
class Candidates {
  count = 0;
  readonly ids = new Int32Array(CANDIDATES);
  private readonly keys = new Float64Array(CANDIDATES + 1);

  constructor(private readonly sign: 1 | -1) {}

  /** @returns how far the lines of all others stay from the extreme one's */
  choose(ids: Int32Array, offsets: Float64Array, slopes: Float64Array, horizon: number): number {
    const { sign, keys } = this;
    let best = 0;
    for (let i = 1; i < ids.length; i++) if (sign * (offsets[i]! - offsets[best]!) < 0) best = i;
    const offset = offsets[best]!;
    const slope = slopes[best]!;
    this.count = 0;
    let known = 0;
    for (let i = 0; i < ids.length; i++) {
      const now = sign * (offsets[i]! - offset);
      const key = Math.min(now, now + sign * horizon * (slopes[i]! - slope));
      // Kept in order; the one past the last candidate is the bound of all others.
      if (known > CANDIDATES && !(key < keys[CANDIDATES]!)) continue;
      let place = Math.min(known, CANDIDATES);
      for (; place > 0 && key < keys[place - 1]!; place--) {
        keys[place] = keys[place - 1]!;
        if (place < CANDIDATES) this.ids[place] = this.ids[place - 1]!;
      }
      keys[place] = key;
      if (place < CANDIDATES) this.ids[place] = ids[i]!;
      known++;
    }
    this.count = Math.min(known, CANDIDATES);
    if (known <= CANDIDATES) return Infinity;
    const enough = ENOUGH_ROOM * keys[CANDIDATES]!;
    if (enough > 0) while (this.count > 1 && keys[this.count - 1]! >= enough) this.count--;
    return keys[this.count]!;
  }
}
