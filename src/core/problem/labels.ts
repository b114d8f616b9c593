import { fillUniforms, type StreamName } from '../random/stream.ts';

/** Rademacher labels: ±1 with probability ½ each; entry i does not depend on n. */
export function rademacher(seed: number, stream: StreamName, row: number, n: number): Float64Array {
  const y = new Float64Array(n);
  fillUniforms(seed, stream, row, y, 0, n);
  for (let i = 0; i < n; i++) y[i] = y[i]! < 0.5 ? 1 : -1;
  return y;
}

/**
 * Rademacher labels conditioned on both classes occurring (the papers' runs need both: K's stable ranks are per
 * class): whole draws are repeated until they do, each from its own row of the stream.
 *
 * @throws RangeError when n < 2
 */
export function bothClasses(seed: number, stream: StreamName, n: number): Float64Array {
  if (n < 2) throw new RangeError(`number of training points n = ${n} is below 2: both classes must occur`);
  for (let attempt = 0; ; attempt++) {
    const y = rademacher(seed, stream, attempt, n);
    if (y.includes(1) && y.includes(-1)) return y;
  }
}

/** Multiplies each label by −1 with probability `rate`, in place (F App. F.1). */
export function flipLabels(seed: number, stream: StreamName, rate: number, y: Float64Array): void {
  const u = new Float64Array(y.length);
  fillUniforms(seed, stream, 0, u, 0, y.length);
  for (let i = 0; i < y.length; i++) if (u[i]! < rate) y[i] = -y[i]!;
}
