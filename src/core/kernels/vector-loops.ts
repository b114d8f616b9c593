import { dot } from '../linalg/dot.ts';

/** y ← y + αx over the first `count` entries. */
export function addScaled(alpha: number, x: Float64Array, y: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) y[k] = y[k]! + alpha * x[k]!;
}

/** out ← A diag(scale), rows×cols. */
export function scaleColumns(
  a: Float64Array,
  scale: Float64Array,
  out: Float64Array,
  rows: number,
  cols: number,
): void {
  for (let r = 0, at = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++, at++) out[at] = a[at]! * scale[c]!;
  }
}

/** Whether the first `count` entries are finite. */
export function allFinite(values: Float64Array, count: number): boolean {
  for (let k = 0; k < count; k++) if (!(Math.abs(values[k]!) < Infinity)) return false;
  return true;
}

/** x ← x − ⟨q, x⟩q over the first `count` entries; out ← ⟨q, x⟩ as it was, and ‖x‖² as it is. */
export function deflate(q: Float64Array, x: Float64Array, count: number, out: Float64Array): void {
  const along = dot(q, 0, x, 0, count);
  addScaled(-along, q, x, count);
  out[0] = along;
  out[1] = dot(x, 0, x, 0, count);
}

/** y ← (y + αx)/‖y + αx‖ over the first `count` entries. */
export function addNormalised(alpha: number, x: Float64Array, y: Float64Array, count: number): void {
  addScaled(alpha, x, y, count);
  const norm = Math.sqrt(dot(y, 0, y, 0, count));
  for (let k = 0; k < count; k++) y[k] = y[k]! / norm;
}

/**
 * earlier ← v, with the sign that it has in `last`, and v ← where it will be next: where it is, on a line through `last` too,
 * or on a parabola through `last` and `before`, whichever would have been closest to v now. Squared distances are of
 * differences of differences, even and odd entries summed apart.
 *
 * @param known how many of v, last, before are known: a forecast takes so many, and at two it is the line
 */
export function forecast(
  v: Float64Array,
  last: Float64Array,
  before: Float64Array,
  earlier: Float64Array,
  count: number,
  known: number,
): void {
  // Eigenvectors have no sign.
  if (dot(v, 0, last, 0, count) < 0) for (let k = 0; k < count; k++) v[k] = -v[k]!;
  const order = known < 2 ? 0 : known < 3 ? 1 : bestOrder(v, last, before, earlier, count);
  for (let k = 0; k < count; k++) {
    const now = v[k]!;
    const first = now - last[k]!;
    const line = now + first;
    earlier[k] = now;
    v[k] = order === 0 ? now : order === 1 ? line : line + (first - (last[k]! - before[k]!));
  }
}

/** 0 for staying, 1 for the line, 2 for the parabola. */
function bestOrder(
  v: Float64Array,
  last: Float64Array,
  before: Float64Array,
  earlier: Float64Array,
  count: number,
): 0 | 1 | 2 {
  const sums = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const lane = 3 * (k & 1);
    const first = v[k]! - last[k]!;
    const lastFirst = last[k]! - before[k]!;
    const second = first - lastFirst;
    const third = second - (lastFirst - (before[k]! - earlier[k]!));
    sums[lane] = sums[lane]! + first * first;
    sums[lane + 1] = sums[lane + 1]! + second * second;
    sums[lane + 2] = sums[lane + 2]! + third * third;
  }
  const [stay, line, parabola] = [sums[0]! + sums[3]!, sums[1]! + sums[4]!, sums[2]! + sums[5]!];
  if (parabola < line && parabola < stay) return 2;
  return line < stay ? 1 : 0;
}
