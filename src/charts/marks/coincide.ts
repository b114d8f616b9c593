/** A stretch of a curve, from one index to another, and the curves that lie on each other there (bits of a mask). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Bit i for curve i: the curve itself alone, or all of the group that it is in. */
  readonly group: number;
}

interface Nearness {
  /** Curves nearer than this lie on each other, in pixels. */
  readonly near: number;
  /** Shorter than this, in pixels, curves only cross. */
  readonly least: number;
}

/**
 * Where curves coincide: each curve cut into stretches with the same company. All curves of a group have the same
 * stretches, so that dashes that begin with them can be laid between each other.
 *
 * @param xs ascending pixel positions of the samples
 * @param ys of each curve (30 at most) at the samples; NaN where it has no place
 */
export function stretchesOf(
  xs: Float64Array,
  ys: readonly Float64Array[],
  count: number,
  { near, least }: Nearness,
): readonly (readonly Stretch[])[] {
  const masks = ys.map(() => new Int32Array(count));
  for (let t = 0; t < count; t++) groupInto(masks, ys, t, near);
  return masks.map((mask, curve) => {
    const alone = 1 << curve;
    const runs = runsOf(mask, count);
    const long = runs.map((run) => (xs[run.to]! - xs[run.from]! < least ? { ...run, group: alone } : run));
    return joined(long);
  });
}

/** The groups at a sample: chains of curves each of which is near the next. */
function groupInto(masks: readonly Int32Array[], ys: readonly Float64Array[], t: number, near: number): void {
  for (let i = 0; i < ys.length; i++) masks[i]![t] = 1 << i;
  for (let i = 0; i < ys.length; i++) {
    for (let j = i + 1; j < ys.length; j++) {
      if (!(Math.abs(ys[i]![t]! - ys[j]![t]!) < near)) continue;
      const both = masks[i]![t]! | masks[j]![t]!;
      for (let k = 0; k < ys.length; k++) if (both & (1 << k)) masks[k]![t] = both;
    }
  }
}

/** Samples in a row with the same mask; a stretch ends where the next begins. */
function runsOf(mask: Int32Array, count: number): Stretch[] {
  const runs: Stretch[] = [];
  for (let from = 0; from < count;) {
    let to = from;
    while (to + 1 < count && mask[to + 1] === mask[from]) to++;
    runs.push({ from, to: Math.min(count - 1, to + 1), group: mask[from]! });
    from = to + 1;
  }
  return runs;
}

function joined(runs: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.group === run.group) all[all.length - 1] = { ...last, to: run.to };
    else all.push(run);
  }
  return all;
}

/** Length of a dash where curves lie on each other, in widths of a line. */
const UNIT = 7;

/**
 * Dashes of a curve among those that it lies on: each in the gaps of the others.
 * @returns lengths, and the offset of the pattern, in widths of a line
 */
export function interleaved(curve: number, group: number): { dash: readonly number[]; offset: number } {
  const size = bitsOf(group);
  const rank = bitsOf(group & ((1 << curve) - 1));
  return { dash: [UNIT, UNIT * (size - 1)], offset: -rank * UNIT };
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
