import type { SliceFrame } from '../../core/probe/slice/frame.ts';

/** Arrows shorter than this share of the longest have no direction that anybody sees. */
const VISIBLE = 0.01;

const DEGREES = 180 / Math.PI;

/** max_r of an arrow's length. */
export function longestOf(arrows: Float64Array): number {
  let most = 0;
  for (let at = 0; at < arrows.length; at += 2)
    most = Math.max(most, Math.hypot(arrows[at]!, arrows[at + 1]!));
  return most;
}

/**
 * How far the arrows of a class are from one direction: the largest angle of any to their sum, in degrees; null where
 * none can be seen.
 */
export function spreadOf(arrows: Float64Array, sign: 1 | -1): number | null {
  const half = arrows.length / 2;
  const [from, to] = sign > 0 ? [0, half] : [half, arrows.length];
  const least = VISIBLE * longestOf(arrows);
  const shown: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (let at = from; at < to; at += 2) {
    const [p, q] = [arrows[at]!, arrows[at + 1]!];
    const length = Math.hypot(p, q);
    if (!(length > 0 && length >= least)) continue;
    shown.push([p, q]);
    x += p;
    y += q;
  }
  if (shown.length === 0) return null;
  return shown.reduce((most, [p, q]) => {
    const angle = Math.abs(Math.atan2(x * q - y * p, x * p + y * q)) * DEGREES;
    return Math.max(most, angle);
  }, 0);
}

/** z = Σ_r a_r w_r on the slice: of a network whose activation is linear, f(x) = zᵀx. */
export function linearPart({ neurons, scale }: SliceFrame, arrows: Float64Array): readonly [number, number] {
  let [x, y] = [0, 0];
  for (let r = 0; r < neurons; r++) {
    const a = r < neurons / 2 ? scale : -scale;
    x += a * arrows[2 * r]!;
    y += a * arrows[2 * r + 1]!;
  }
  return [x, y];
}

/** The angle between two directions in the plane, in degrees. */
export const degreesBetween = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.abs(Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1])) * DEGREES;
