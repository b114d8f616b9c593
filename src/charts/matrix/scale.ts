/** The symmetric logarithmic scale's linear part ends at this share of the largest value. */
const LINEAR_SHARE = 0.02;

/** A scale of colours. */
export interface ColourScale {
  readonly largest: number;
  /** Into [0, 1]. */
  unit(value: number): number;
  value(unit: number): number;
  /**
   * Values with a place on it, ascending.
   * @param spacing least distance of two, as a share of the whole scale
   */
  ticks(spacing: number): readonly Tick[];
}

interface Tick {
  readonly value: number;
  readonly unit: number;
}

/**
 * A symmetric scale centred at 0: value ↦ ½ + ½ sign(v) asinh(|v|/c) / asinh(max/c), c = max/50, into [0, 1].
 * Coefficients of the two signs differ by the leak γ (K Lemma 5.7), so a linear scale would hide one of them.
 */
export function symmetricScale(largest: number): ColourScale {
  const zero = { value: 0, unit: 0.5 };
  if (!(largest > 0)) return { largest: 0, unit: () => 0.5, value: () => 0, ticks: () => [zero] };
  const c = largest * LINEAR_SHARE;
  const top = Math.asinh(1 / LINEAR_SHARE);
  const unit = (v: number): number => Math.max(0, Math.min(1, 0.5 + (0.5 * Math.asinh(v / c)) / top));
  return {
    largest,
    unit,
    value: (u) => c * Math.sinh((2 * u - 1) * top),
    ticks: (spacing) => symmetricTicks(largest, unit, spacing),
  };
}

/** A scale of counts: value ↦ log(1 + v) / log(1 + largest), so that one flip is told from none beside a million. */
export function countScale(largest: number): ColourScale {
  const top = Math.log1p(Math.max(1, largest));
  const unit = (v: number): number => Math.max(0, Math.min(1, Math.log1p(v) / top));
  return {
    largest,
    unit,
    value: (u) => Math.expm1(u * top),
    ticks: (spacing) => {
      const decades = Array.from({ length: 1 + Math.floor(Math.log10(Math.max(1, largest))) }, (_, k) =>
        Number(`1e${k}`),
      );
      const kept = [0, ...(largest > 0 ? [largest] : [])];
      for (const value of decades.reverse()) {
        if (value < largest && kept.every((other) => Math.abs(unit(other) - unit(value)) >= spacing))
          kept.push(value);
      }
      return kept.sort((a, b) => a - b).map((value) => ({ value, unit: unit(value) }));
    },
  };
}

/** The values at which a ramp of `colours` colours goes over to its next one: colours − 1, ascending. */
export const thresholds = (value: (unit: number) => number, colours: number): Float64Array =>
  Float64Array.from({ length: colours - 1 }, (_, k) => value((k + 0.5) / (colours - 1)));

/** Decades below the largest value that ticks stand in: the linear part of the scale needs none of its own. */
const DECADES = 3;

/** The ends of a symmetric scale, zero, and where there is room powers of ten, then five and two times those. */
function symmetricTicks(largest: number, unit: (value: number) => number, spacing: number): readonly Tick[] {
  const highest = Math.floor(Math.log10(largest));
  const round = [1, 5, 2].flatMap((digit) =>
    Array.from({ length: DECADES }, (_, k) => Number(`${digit}e${highest - k}`)),
  );
  const kept = [0, largest];
  for (const value of round) {
    const at = unit(value);
    if (value < largest && kept.every((other) => Math.abs(unit(other) - at) >= spacing)) kept.push(value);
  }
  return kept
    .flatMap((value) => (value === 0 ? [0] : [value, -value]))
    .sort((a, b) => a - b)
    .map((value) => ({ value, unit: unit(value) }));
}
