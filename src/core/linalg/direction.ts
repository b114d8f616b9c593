import { dot } from './dot.ts';

/** out ← out + length·x/‖x‖; nothing when x has no direction (zero, or not finite). */
export function addDirection(length: number, x: Float64Array, out: Float64Array): void {
  const norm = Math.sqrt(dot(x, 0, x, 0, x.length));
  if (!(norm > 0 && norm < Infinity)) return;
  const scale = length / norm;
  for (let c = 0; c < out.length; c++) out[c] = out[c]! + scale * x[c]!;
}
