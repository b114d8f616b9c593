/** The least margin of each of so many recorded epochs. @param margins row-major, a row an epoch */
export function leastOfRows(margins: Float64Array, rows: number): Float64Array {
  const n = rows === 0 ? 0 : margins.length / rows;
  return Float64Array.from({ length: rows }, (_, k) =>
    margins.subarray(k * n, (k + 1) * n).reduce((least, q) => Math.min(least, q), Infinity),
  );
}
