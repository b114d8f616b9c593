import { Fingerprint } from '../../../src/core/fingerprint.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

export const COUNT = 500;

function draws(row: number): number[] {
  const u = new Float64Array(COUNT);
  fillUniforms(20260102, 'data', row, u, 0, COUNT);
  return [...u];
}

/** Arguments from sums, products and whole powers of two alone, so that they have the same bits everywhere. */
export const between = (from: number, to: number): number[] => draws(1).map((u) => from + (to - from) * u);
export const positive = (from: number, to: number): number[] => {
  const mantissas = draws(2);
  return draws(3).map((u, i) => (1 + mantissas[i]!) * 2 ** Math.floor(from + (to - from) * u));
};
export const bothSigns = (from: number, to: number): number[] =>
  positive(from, to).map((x, i) => (i % 2 === 0 ? x : -x));
/** Close to the joints of a function's pieces. */
export const around = (...joints: number[]): number[] =>
  joints.flatMap((x) => [-2, -1, 0, 1, 2].map((step) => x * (1 + step * 2 ** -52)));

/** The fingerprint of a function's values. */
export function bitsOfAll(values: readonly number[]): string {
  const fingerprint = new Fingerprint();
  fingerprint.update(Float64Array.from(values));
  return fingerprint.digest();
}
