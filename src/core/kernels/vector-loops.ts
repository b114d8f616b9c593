/** y ← y + αx over the first `count` entries. */
export function addScaled(alpha: number, x: Float64Array, y: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) y[k] = y[k]! + alpha * x[k]!;
}

/** out[r·cols + c] ← a[r·cols + c]·scale[c]. */
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

export function allFinite(values: Float64Array, count: number): boolean {
  for (let k = 0; k < count; k++) if (!(Math.abs(values[k]!) < Infinity)) return false;
  return true;
}
