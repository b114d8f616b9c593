/** Comparing two samples of one law, drawn in two ways. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;

/** Standard deviation, ddof = 1. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (values.length - 1));
}

/** sup |F_a − F_b| of the empirical distribution functions. */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const share = (values: readonly number[], x: number) => values.filter((v) => v <= x).length / values.length;
  return Math.max(...[...a, ...b].map((x) => Math.abs(share(a, x) - share(b, x))));
}

/** Runs drawn each way. */
export const RUNS = 400;

/** Above this, two samples of 400 of one law differ with probability 0.001: √(½ ln(2/0.001)) √(2/400). */
export const KS_LIMIT = 0.138;

/** |mean_a − mean_b| in its own standard errors: above 4.5 with probability 7e-6 for one law. */
export function distanceOfMeans(a: readonly number[], b: readonly number[]): number {
  const error = Math.sqrt(deviation(a) ** 2 / a.length + deviation(b) ** 2 / b.length);
  const distance = Math.abs(mean(a) - mean(b));
  return distance === 0 ? 0 : distance / error;
}
