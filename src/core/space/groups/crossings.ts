import { DONE, Pace, type Work } from '../../slices.ts';
import type { Groups } from './groups.ts';

/** What came of looking for neurons that crossed their kinks. */
export interface Crossings {
  /** Signs of (neuron, patch) that changed, all of them also when not every neuron found a group. */
  readonly flips: number;
  /** Multiply–adds that it took, about. */
  readonly work: number;
  /** Whether every neuron found a group. If not, the groups are to be left: Z is right, they are not. */
  readonly found: boolean;
}

const EPSILON = 2.220446049250313e-16;

/** A neuron that has changed groups so often gets one of its own, which no flip of it takes apart. */
const RESTLESS = 2;

/** Steps without a crossing after which groups of the same pattern become one, for each crossing that there was, and one. */
const CALM = 8;

/** Of a neuron's moves, those that make it wait longer. */
const LONGEST_UNREST = 24;

/** A move costs about so many multiply–adds for each of a neuron's features. */
const WORK_PER_MOVE = 20;

/**
 * Moves the neurons that have crossed a kink to the groups of the patterns that they have now, at this very epoch. Only the
 * groups whose edge crossed are looked at: O(their neurons·(K + crossed sites)). A group all of whose neurons have crossed
 * stays together and gets another pattern; so two groups may have the same one. A neuron that crosses again and again (K's
 * ReLU networks have many, leaky ones some) ends up in a group of its own.
 *
 * @param flipped is told of each neuron r and site q whose sign changed
 */
export function* settle(groups: Groups, flipped: (r: number, q: number) => void): Work<Crossings> {
  const { members, table, K } = groups;
  const crossed: number[] = [];
  let flips = 0;
  const pace = new Pace(K);
  let work = 0;
  // All are found before any moves: who has just joined a group belongs there.
  for (let g = 0; g < table.count; g++) {
    const sites = members.size[g]! > 0 ? crossedSites(groups, g) : [];
    if (sites.length === 0) continue;
    if (sites.every((q) => groups.haveAllCrossed(g, q))) {
      for (const q of sites) {
        groups.flip(g, q);
        for (let r = members.first[g]!; r >= 0; r = members.next[r]!) flipped(r, q);
        flips += members.size[g]! * groups.network.sites.patches[q]!;
      }
      groups.refreshSites(g);
      work += members.size[g]!;
      continue;
    }
    work += members.size[g]! * (sites.length + K);
    for (let r = members.first[g]!; r >= 0; r = members.next[r]!) {
      const own = flipsOf(groups, g, r, sites, flipped);
      flips += own;
      if (own > 0) crossed.push(r);
      if (pace.isDue()) yield;
    }
  }
  const left = new Set<number>();
  const joined = new Set<number>();
  const c = new Float64Array(K);
  const z = new Float64Array(K);
  let found = true;
  for (const r of crossed) {
    const from = members.groupOf[r]!;
    groups.rowInto(r, c, z, 0);
    const side = table.side[from]!;
    const alone = groups.moves[r]! >= RESTLESS;
    const to = table.groupOf(z, 0, side, members.size, alone);
    if (to < 0) {
      found = false;
      break;
    }
    left.add(from);
    if (members.size[to] === 0) {
      groups.begin(to);
      // Each time that it has to leave again it is left alone for twice as long.
      groups.unrest[to] = alone ? 1 << Math.min(LONGEST_UNREST, groups.moves[r]!) : 0;
    }
    move(groups, r, to, c, z);
    joined.add(to);
    work += WORK_PER_MOVE * K;
    if (pace.isDue()) yield;
  }
  // What a neuron leaves behind is summed anew, so that no rounding builds up.
  for (const g of left) if (members.size[g]! > 0) groups.review(g);
  for (const g of new Set([...left, ...joined])) groups.refreshSites(g);
  if (crossed.length > 0) groups.noteMoves();
  return { flips, work, found };
}

/**
 * Makes one of groups that have had the same pattern for long enough: the longer, the more often they crossed a kink as a
 * whole. Looked for every {@link CALM} steps.
 */
export function merge(groups: Groups): Work {
  return groups.steps % CALM === 0 ? mergeAlike(groups) : DONE;
}

function* mergeAlike(groups: Groups): Work {
  const { members, table, K } = groups;
  const pace = new Pace(WORK_PER_MOVE * K);
  const c = new Float64Array(K);
  const z = new Float64Array(K);
  for (let g = table.count - 1; g > 0; g--) {
    if (members.size[g] === 0 || !groups.isCalm(g, CALM)) continue;
    for (let h = 0; h < g; h++) {
      if (members.size[h] === 0 || !groups.isCalm(h, CALM) || !table.areAlike(g, h)) continue;
      const [from, to] = members.size[g]! > members.size[h]! ? [h, g] : [g, h];
      for (let r = members.first[from]!; r >= 0; r = members.first[from]!) {
        groups.rowInto(r, c, z, 0);
        move(groups, r, to, c, z);
        if (pace.isDue()) yield;
      }
      groups.refreshSites(to);
      groups.noteMoves();
      if (from === g) break;
    }
  }
}

/** Neuron r, at c and z, joins group `to`. */
function move(groups: Groups, r: number, to: number, c: Float64Array, z: Float64Array): void {
  const { members, moves } = groups;
  members.remove(r);
  members.add(r, to);
  place(groups, r, to, c, z);
  groups.takeIn(to, r);
  groups.noteChange(r);
  moves[r] = moves[r]! + 1;
}

function crossedSites(groups: Groups, g: number): number[] {
  const sites: number[] = [];
  for (let q = groups.crossedSite(g, 0); q >= 0; q = groups.crossedSite(g, q + 1)) sites.push(q);
  return sites;
}

/** Whether neuron r of group g is on the other side of its kink at site q. */
function hasCrossed({ K, network, stillZ, image, table }: Groups, g: number, r: number, q: number): boolean {
  const { count: Q, feature, sign } = network.sites;
  const k = feature[q]!;
  const z = sign[q]! * (stillZ[r * K + k]! + image[g * K + k]!);
  return z >= 0 !== (table.fires[g * Q + q] === 1);
}

/** Patches at whose sites, of `sites`, neuron r of group g has crossed. */
function flipsOf(
  groups: Groups,
  g: number,
  r: number,
  sites: readonly number[],
  flipped: (r: number, q: number) => void,
): number {
  let count = 0;
  for (const q of sites) {
    if (!hasCrossed(groups, g, r, q)) continue;
    count += groups.network.sites.patches[q]!;
    flipped(r, q);
  }
  return count;
}

/** Neuron r, at c and z, gets its still rows in group g. A rounding may not take z to the other side of its kink. */
function place(groups: Groups, r: number, g: number, c: Float64Array, z: Float64Array): void {
  const { K, stillC, stillZ, moved, image } = groups;
  for (let k = 0; k < K; k++) {
    const t = image[g * K + k]!;
    const offset = z[k]! - t;
    const isKept = Math.sign(offset + t) === Math.sign(z[k]!) || !(Math.abs(offset) < Infinity);
    stillC[r * K + k] = c[k]! - moved[g * K + k]!;
    stillZ[r * K + k] = isKept ? offset : offset + Math.sign(z[k]!) * EPSILON * Math.abs(offset);
  }
}
