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

/**
 * errors ← ‖v − last‖², ‖v − (2·last − before)‖² and ‖v − (3·last − 3·before + earlier)‖²: how far v is from three
 * forecasts of it. Differences of differences, even and odd entries summed apart.
 */
export function forecastErrors(
  v: Float64Array,
  last: Float64Array,
  before: Float64Array,
  earlier: Float64Array,
  count: number,
  errors: Float64Array,
): void {
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
  for (let order = 0; order < 3; order++) errors[order] = sums[order]! + sums[order + 3]!;
}

/** v ← its forecast on a line through itself and `last`, or on a parabola through `before` too. */
export function extrapolate(
  parabola: boolean,
  v: Float64Array,
  last: Float64Array,
  before: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    const first = v[k]! - last[k]!;
    const line = v[k]! + first;
    v[k] = parabola ? line + (first - (last[k]! - before[k]!)) : line;
  }
}
