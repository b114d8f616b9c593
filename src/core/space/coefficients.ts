import type { Kernels } from '../kernels/kernels.ts';

/**
 * C ← C − ηD for the features of D's columns.
 *
 * @param c rows×K
 * @param d rows×(number of features), or rows×K where `features` is null: then all K, in order
 */
export function stepCoefficients(
  kernels: Kernels,
  c: Float64Array,
  d: Float64Array,
  features: Int32Array | null,
  eta: number,
  rows: number,
  K: number,
): void {
  if (features === null) {
    kernels.addScaled(-eta, d, c, rows * K);
    return;
  }
  const count = features.length;
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < count; k++) {
      const at = r * K + features[k]!;
      c[at] = c[at]! - eta * d[r * count + k]!;
    }
  }
}

/** out ← the given rows of a matrix with rows of `width` entries, one after the other. */
export function gatherRows(matrix: Float64Array, width: number, rows: Int32Array, out: Float64Array): void {
  for (let k = 0; k < rows.length; k++) {
    const from = rows[k]! * width;
    out.set(matrix.subarray(from, from + width), k * width);
  }
}
