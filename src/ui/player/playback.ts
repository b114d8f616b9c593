/** How the playhead moves with time: without a timer, so that it can be tested. */

import { useClock } from '../../state/clock.ts';

export type TimeAxis = 'linear' | 'log';

/** At ×1 a whole recording plays in about this long. */
export const SECONDS_AT_SPEED_ONE = 10;

/** The place of epoch 0 on a logarithmic axis, as in the charts (charts/scales/scales.ts). */
const LOG_ORIGIN = 0.5;

/**
 * Where an epoch lies on the time axis, 0..1, as the charts draw it: logarithmically from ½, which stands for 0.
 * @param total T ≥ 1
 */
export function toFraction(epoch: number, total: number, axis: TimeAxis): number {
  const spacing = useClock.getState().clock?.spacing;
  if (spacing) return spacing.place(epoch, axis);
  if (axis === 'linear') return Math.min(Math.max(epoch, 0), total) / total;
  const clamped = Math.min(Math.max(epoch, LOG_ORIGIN), total);
  return Math.log(clamped / LOG_ORIGIN) / Math.log(total / LOG_ORIGIN);
}

/** The inverse of {@link toFraction}, not rounded; on a logarithmic axis [½, 1) is still epoch 0. */
export function fromFraction(fraction: number, total: number, axis: TimeAxis): number {
  // Exactly T: e^(log T) may be a rounding below.
  if (fraction >= 1) return total;
  const spacing = useClock.getState().clock?.spacing;
  if (spacing) return spacing.point(fraction, axis);
  const clamped = Math.max(fraction, 0);
  if (axis === 'linear') return clamped * total;
  return LOG_ORIGIN * Math.exp(clamped * Math.log(total / LOG_ORIGIN));
}

/** The epoch under the pointer. */
export function epochAt(fraction: number, total: number, axis: TimeAxis): number {
  const epoch = fromFraction(fraction, total, axis);
  // Between ½ and 1 the geometric middle decides, as in the charts.
  if (axis === 'log' && epoch < 1 && !useClock.getState().clock) return epoch < Math.SQRT1_2 ? 0 : 1;
  return Math.round(epoch);
}

export interface PlaybackStep {
  /** Real-valued, in 0..T: the caller keeps the fraction between frames and shows the whole epoch. */
  readonly epoch: number;
  /** False once the end was reached and `loop` is off. */
  readonly playing: boolean;
}

/** What is played, and how. */
export interface Scene {
  /** T: the length of the time axis. */
  readonly total: number;
  /** The last epoch computed yet; the playhead waits there. */
  readonly computed: number;
  /** No more epochs will come, though `computed` may be below T (a run that diverged or was cancelled). */
  readonly ended: boolean;
  readonly axis: TimeAxis;
  readonly speed: number;
  readonly loop: boolean;
}

/**
 * One frame of playback.
 * @param epoch t before, real-valued
 * @param seconds since the last frame
 */
export function advance(epoch: number, seconds: number, scene: Scene): PlaybackStep {
  const { total, computed, ended, axis, speed, loop } = scene;
  const last = ended ? Math.min(computed, total) : total;
  if (epoch >= last) return loop ? { epoch: 0, playing: true } : { epoch: last, playing: false };
  // A playhead kept from an older recording may be ahead of what is computed: it waits where it is.
  if (epoch >= computed) return { epoch, playing: true };
  const fraction = toFraction(epoch, total, axis) + (seconds * speed) / SECONDS_AT_SPEED_ONE;
  // Not back, either: there and back again through the axis may round down.
  const next = Math.min(Math.max(fromFraction(fraction, total, axis), epoch), computed);
  return { epoch: next, playing: next < last || loop };
}

/**
 * The recorded epoch `steps` places after (or, negative, before) t; t itself need not be recorded.
 * @param epochs the recorded epochs, ascending
 */
export function stepFrom(epochs: ArrayLike<number>, epoch: number, steps: number): number {
  if (epochs.length === 0) return epoch;
  let low = 0;
  let high = epochs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (epochs[middle]! < epoch) low = middle + 1;
    else high = middle;
  }
  const exact = epochs[low] === epoch;
  // Between two recorded epochs, `low` is the next one: that is already one step forward.
  const target = low + steps - (!exact && steps > 0 ? 1 : 0);
  return epochs[Math.min(Math.max(target, 0), epochs.length - 1)]!;
}
