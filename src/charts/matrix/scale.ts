/** The symmetric logarithmic scale's linear part ends at this share of the largest value. */
const LINEAR_SHARE = 0.02;

export interface SymmetricScale {
  readonly largest: number;
  /** Into [0, 1]; ½ is zero. */
  unit(value: number): number;
  value(unit: number): number;
}

/**
 * A symmetric scale centred at 0: value ↦ ½ + ½ sign(v) asinh(|v|/c) / asinh(max/c), c = max/50, into [0, 1].
 * Coefficients of the two signs differ by the leak γ (K Lemma 5.7), so a linear scale would hide one of them.
 */
export function symmetricScale(largest: number): SymmetricScale {
  if (!(largest > 0)) return { largest: 0, unit: () => 0.5, value: () => 0 };
  const c = largest * LINEAR_SHARE;
  const top = Math.asinh(1 / LINEAR_SHARE);
  return {
    largest,
    unit: (v) => Math.max(0, Math.min(1, 0.5 + (0.5 * Math.asinh(v / c)) / top)),
    value: (u) => c * Math.sinh((2 * u - 1) * top),
  };
}

/** The values at which a ramp of `colours` colours goes over to its next one: colours − 1, ascending. */
export const thresholds = (value: (unit: number) => number, colours: number): Float64Array =>
  Float64Array.from({ length: colours - 1 }, (_, k) => value((k + 0.5) / (colours - 1)));

/** Decades below the largest value that ticks stand in: the linear part of the scale needs none of its own. */
const DECADES = 3;

/**
 * Ticks of a symmetric scale, ascending: its ends, zero, and where there is room powers of ten, then five and two times
 * those.
 * @param spacing least distance of two, as a share of the whole scale
 */
export function symmetricTicks(scale: SymmetricScale, spacing: number): { value: number; unit: number }[] {
  const { largest } = scale;
  if (largest === 0) return [{ value: 0, unit: 0.5 }];
  const highest = Math.floor(Math.log10(largest));
  const round = [1, 5, 2].flatMap((digit) =>
    Array.from({ length: DECADES }, (_, k) => Number(`${digit}e${highest - k}`)),
  );
  const kept = [0, largest];
  for (const value of round) {
    const at = scale.unit(value);
    if (value < largest && kept.every((other) => Math.abs(scale.unit(other) - at) >= spacing))
      kept.push(value);
  }
  return kept
    .flatMap((value) => (value === 0 ? [0] : [value, -value]))
    .sort((a, b) => a - b)
    .map((value) => ({ value, unit: scale.unit(value) }));
}
