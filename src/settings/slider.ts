import type { NumberSpec } from './spec.ts';
import { formatNumber } from './words.ts';

export { parseTyped } from './typed.ts';

/** Slider positions are the whole numbers 0..POSITIONS. */
export const POSITIONS = 1_000;

/** Below this position a `log-zero` slider is at 0; a detent wide enough to be hit by hand. */
const DETENT = 20;

/** The position at which the slider of a value stands; values outside the range stand at its ends. */
export function toPosition(spec: NumberSpec, value: number): number {
  const { min, max, scale } = spec;
  if (!(value > min)) return 0;
  if (value >= max) return POSITIONS;
  if (scale === 'linear') return Math.round((POSITIONS * (value - min)) / (max - min));
  const { from, low } = logRange(spec);
  const share = Math.log(Math.max(value, low) / low) / Math.log(max / low);
  return from + Math.round((POSITIONS - from) * share);
}

/**
 * The value at a position: a multiple of the step on a linear scale, two significant digits on a logarithmic one, whole
 * for integers. Non-decreasing; position 0 gives exactly `min`, and POSITIONS exactly `max`.
 */
export function fromPosition(spec: NumberSpec, position: number): number {
  const { min, max, scale } = spec;
  if (!(position > 0)) return min;
  if (position >= POSITIONS) return max;
  if (scale === 'linear') return clamp(spec, onStep(spec, min + (position / POSITIONS) * (max - min)));
  const { from, low } = logRange(spec);
  if (position < from) return min;
  const share = (position - from) / (POSITIONS - from);
  const value = Number((low * Math.pow(max / low, share)).toPrecision(2));
  return clamp(spec, Math.max(low, whole(spec, value)));
}

/**
 * The next value for an arrow key: a step (large: ten) on a linear scale; on a logarithmic one the next number of two
 * significant digits (large: the next of 1, 2, 5, 10, …). Differs from `value` unless it is at the end of the range.
 */
export function nudge(spec: NumberSpec, value: number, direction: 1 | -1, large = false): number {
  const { min, scale } = spec;
  if (scale === 'linear') {
    const step = stepOf(spec) * (large ? 10 : 1);
    return clamp(spec, onStep(spec, value + direction * step));
  }
  const { low } = logRange(spec);
  if (value < low) return direction > 0 ? low : min;
  if (value === low && direction < 0) return min;
  const next = large ? nextRound(value, direction) : nextOfTwoDigits(spec, value, direction);
  return clamp(spec, Math.max(low, whole(spec, next)));
}

/** A value as its control shows it: 0.001, 1e-5, 1,000. */
export function formatValue(spec: NumberSpec, value: number): string {
  return formatNumber(value, spec.kind);
}

/** Where the logarithmic part of a slider starts, as a position and as a value. */
function logRange({ scale, min, max, smallest }: NumberSpec): {
  readonly from: number;
  readonly low: number;
} {
  if (scale === 'log-zero') return { from: DETENT, low: smallest ?? Math.min(1, max) };
  return { from: 0, low: min };
}

const clamp = ({ min, max }: NumberSpec, value: number): number => Math.min(max, Math.max(min, value));
const whole = ({ kind }: NumberSpec, value: number): number =>
  kind === 'integer' ? Math.round(value) : value;

function stepOf({ step, kind, min, max }: NumberSpec): number {
  return step ?? (kind === 'integer' ? 1 : (max - min) / POSITIONS);
}

/** The nearest multiple of the step above min, without the digits that k·0.01 adds in binary. */
function onStep(spec: NumberSpec, value: number): number {
  const step = stepOf(spec);
  const multiple = spec.min + Math.round((value - spec.min) / step) * step;
  return Number(multiple.toPrecision(12));
}

/** value = mantissa · 10^exponent with 1 ≤ mantissa < 10, exact in decimal. */
function decimal(value: number): { readonly mantissa: number; readonly exponent: number } {
  const [mantissa, exponent] = value.toExponential().split('e');
  return { mantissa: Number(mantissa), exponent: Number(exponent) };
}

function nextOfTwoDigits(spec: NumberSpec, value: number, direction: 1 | -1): number {
  const { mantissa, exponent } = decimal(value);
  // 10·mantissa counts units of the second digit; below a power of ten the unit is a tenth of that.
  const atPower = mantissa === 1 && direction < 0;
  const digits = atPower ? exponent - 2 : exponent - 1;
  const unit = spec.kind === 'integer' ? Math.max(0, digits) : digits;
  const count = Number(`${mantissa}e${exponent - unit}`);
  const next = direction > 0 ? Math.floor(count) + 1 : Math.ceil(count) - 1;
  return Number(`${next}e${unit}`);
}

function nextRound(value: number, direction: 1 | -1): number {
  const { mantissa, exponent } = decimal(value);
  const rounds = [0.5, 1, 2, 5, 10];
  const next =
    direction > 0
      ? rounds.find((round) => round > mantissa)
      : rounds.filter((round) => round < mantissa).at(-1);
  return Number(`${next ?? 1}e${exponent}`);
}
