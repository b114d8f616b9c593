import { fillNormals, type StreamName } from '../random/stream.ts';

/**
 * Points x_i = c_i + σ ξ_i, ξ_i ~ N(0, I_d), where `addCenter` adds c_i. Row i of the stream belongs to point i, so
 * that adding a point leaves the others as they were and σ only scales.
 *
 * @returns n×d, row-major
 */
export function noisyPoints(
  seed: number,
  stream: StreamName,
  n: number,
  d: number,
  sigma: number,
  addCenter: (i: number, x: Float64Array) => void,
): Float64Array {
  const points = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const x = points.subarray(i * d, (i + 1) * d);
    fillNormals(seed, stream, i, x, 0, d);
    for (let c = 0; c < d; c++) x[c] = sigma * x[c]!;
    addCenter(i, x);
  }
  return points;
}

/** x ← x + s·v. */
export function addScaled(x: Float64Array, s: number, v: Float64Array): void {
  for (let c = 0; c < x.length; c++) x[c] = x[c]! + s * v[c]!;
}
