import { nice, ticks as ticksOf } from 'd3-array';
import type { AxisKind } from '../data/content.ts';
import type { Spacing } from '../../state/clock.ts';
import { formatCount, formatTicks, powerOfTen } from '../data/format.ts';

/** Positions are pixels in a plot's own frame: x from its left edge, y from its top edge. */
export interface Tick {
  readonly value: number;
  readonly position: number;
  /** Empty for minor ticks. */
  readonly label: string;
}

export interface Scale {
  readonly kind: AxisKind;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Pixels; NaN where the value has no place (non-positive on a logarithmic value axis). */
  position(value: number): number;
  invert(pixel: number): number;
  readonly ticks: readonly Tick[];
}

/** Beyond these, spans overflow. */
const LARGEST = 1e300;
const SMALLEST = 1e-300;

/** The place of epoch 0 on a logarithmic time axis. */
const LOG_ORIGIN = 0.5;
/** Left of the geometric middle of ½ and 1 the pointer means epoch 0. */
const LOG_ORIGIN_LIMIT = Math.SQRT1_2;

/** Epochs up to this are labelled with all of their digits on a linear axis. */
const PLAIN_EPOCHS = 1e6;

/**
 * The time axis [0, last]. On the logarithmic one, t = 0 has a place of its own, at ½, and a tick labelled 0.
 * @param spacing least distance of labelled ticks in pixels
 * @param spaced how points are placed that are not epochs
 */
export function timeScale(
  kind: AxisKind,
  last: number,
  length: number,
  spacing: number,
  spaced?: Spacing,
): Scale {
  const end = Math.max(1, Math.min(last, LARGEST));
  const range = [0, length] as const;
  if (spaced) {
    const position = (t: number): number => spaced.place(t, kind) * length;
    const invert = (x: number): number => spaced.point(x / length, kind);
    const ticks = spaced
      .ticks(kind, Math.max(1, Math.floor(length / spacing)))
      .map((tick) => ({ ...tick, position: position(tick.value) }));
    return { kind: 'linear', domain: [0, end], range, position, invert, ticks };
  }
  if (kind === 'linear') {
    const position = (t: number): number => (t / end) * length;
    const count = Math.max(1, Math.floor(length / (1.5 * spacing)));
    const values = ticksOf(0, end, count).filter(Number.isInteger);
    const labels = end > PLAIN_EPOCHS ? formatTicks(values) : values.map(formatCount);
    const ticks = values.map((value, k) => ({ value, position: position(value), label: labels[k]! }));
    return { kind, domain: [0, end], range, position, invert: (x) => (x / length) * end, ticks };
  }
  const origin = Math.log(LOG_ORIGIN);
  const span = Math.log(end) - origin;
  const position = (t: number): number => ((Math.log(Math.max(t, LOG_ORIGIN)) - origin) / span) * length;
  const invert = (x: number): number => {
    const t = Math.exp(origin + (x / length) * span);
    return t < LOG_ORIGIN_LIMIT ? 0 : Math.max(1, t);
  };
  const zero: Tick = { value: 0, position: 0, label: '0' };
  return {
    kind,
    domain: [0, end],
    range,
    position,
    invert,
    ticks: [zero, ...logTicks(1, end, position, spacing).map(apartFrom(zero, spacing / 2))],
  };
}

/** Leaves out the label of a tick that is closer to another one's. */
const apartFrom =
  ({ position }: Tick, least: number) =>
  (tick: Tick): Tick =>
    tick.position - position < least ? { ...tick, label: '' } : tick;

/**
 * A value axis whose domain is made nice; total: an empty extent (min > max) and a constant one have an axis too.
 * @param extent smallest and largest value; on a logarithmic axis the smallest positive one
 * @param range [bottom, top] in pixels, bottom > top
 */
export function valueScale(
  kind: AxisKind,
  extent: readonly [number, number],
  range: readonly [number, number],
  spacing: number,
): Scale {
  return kind === 'log' ? logValues(extent, range, spacing) : linearValues(extent, range, spacing);
}

function linearValues(
  extent: readonly [number, number],
  range: readonly [number, number],
  spacing: number,
): Scale {
  const count = Math.max(2, Math.floor(Math.abs(range[0] - range[1]) / spacing));
  const raw = widened(extent);
  const [niceLow, niceHigh] = nice(...raw, count);
  const steps = ticksOf(niceLow, niceHigh, count);
  const [low, high] = [keptEnd(raw[0], niceLow, steps, raw), keptEnd(raw[1], niceHigh, steps, raw)];
  const values = steps.filter((v) => v >= low && v <= high);
  const labels = formatTicks(values);
  const slope = (range[1] - range[0]) / (high - low);
  const position = (v: number): number => range[0] + (v - low) * slope;
  const ticks = values.map((value, i) => ({ value, position: position(value), label: labels[i]! }));
  return {
    kind: 'linear',
    domain: [low, high],
    range,
    position,
    invert: (y) => low + (y - range[0]) / slope,
    ticks,
  };
}

/** A value just past a tick (by less than 4 % of the extent) does not make the axis a whole step longer. */
function keptEnd(
  end: number,
  niceEnd: number,
  ticks: readonly number[],
  [low, high]: readonly [number, number],
): number {
  const slack = 0.04 * (high - low);
  const past = ticks.some(
    (tick) => tick !== niceEnd && tick > low && tick < high && Math.abs(tick - end) < slack,
  );
  return past ? end : niceEnd;
}

/** [low, high] with high > low by enough that ticks exist between them. */
function widened([low, high]: readonly [number, number]): [number, number] {
  const a = Math.max(-LARGEST, low);
  const b = Math.min(LARGEST, high);
  if (!(a <= b)) return [0, 1];
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (size < SMALLEST) return [0, 1];
  if (b - a > size * 1e-9) return [a, b];
  return a > 0 ? [0, b * 1.25] : b < 0 ? [a * 1.25, 0] : [a - size, b + size];
}

function logValues(
  extent: readonly [number, number],
  range: readonly [number, number],
  spacing: number,
): Scale {
  let low = Math.max(SMALLEST, extent[0]);
  let high = Math.min(LARGEST, extent[1]);
  if (!(low <= high) || !(extent[1] > 0)) [low, high] = [0.1, 1];
  if (high / low < 1.5) [low, high] = [low / 1.5, high * 1.5];
  [low, high] = [roundLog(low, -1), roundLog(high, 1)];
  const slope = (range[1] - range[0]) / Math.log(high / low);
  const logLow = Math.log(low);
  const position = (v: number): number => (v > 0 ? range[0] + (Math.log(v) - logLow) * slope : NaN);
  return {
    kind: 'log',
    domain: [low, high],
    range,
    position,
    invert: (y) => Math.exp(logLow + (y - range[0]) / slope),
    ticks: logTicks(low, high, position, spacing),
  };
}

/** The next 1, 2 or 5 times a power of ten, downward (−1) or upward (+1). */
function roundLog(value: number, direction: 1 | -1): number {
  const exponent = Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((k) => k * 10 ** exponent);
  const slack = 1 + 1e-12;
  return direction > 0
    ? (steps.find((s) => s * slack >= value) ?? steps[3]!)
    : (steps.reverse().find((s) => s <= value * slack) ?? steps[3]!);
}

/** Decades with labels as far apart as `spacing`; 1, 2, 5 between them where there is room; minor ticks without. */
function logTicks(low: number, high: number, position: (v: number) => number, spacing: number): Tick[] {
  const decade = Math.abs(position(low * 10) - position(low));
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const step = Math.max(1, Math.ceil(spacing / decade));
  // log10(2) ≈ 0.3 is the narrowest gap of 1, 2, 5, 10.
  const between = decade * Math.log10(2) >= spacing ? [1, 2, 5] : [1];
  const minor = step === 1 && decade >= 20 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
  const plain = first >= -3 && last <= 5;
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent++) {
    for (const k of minor) {
      // Number('5e-7') is the double nearest to 5·10⁻⁷, k·10^e may not be.
      const value = Number(`${k}e${exponent}`);
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      const labelled = k === 1 ? exponent % step === 0 : between.includes(k);
      ticks.push({ value, position: position(value), label: labelled ? logLabel(k, exponent, plain) : '' });
    }
  }
  return ticks;
}

function logLabel(k: number, exponent: number, plain: boolean): string {
  if (!plain) return k === 1 ? powerOfTen(exponent) : `${k}·${powerOfTen(exponent)}`;
  return exponent >= 0
    ? formatCount(Number(`${k}e${exponent}`))
    : Number(`${k}e${exponent}`).toFixed(-exponent);
}
