/** Bisections at most; Illinois' steps need about ten. */
const MOST = 100;

/**
 * A zero of f between a, where f ≥ 0, and b, where f < 0: by the Illinois form of the secant rule (Dowell and Jarratt 1971),
 * to the last bits of b − a. The same calls in the same order give the same bits.
 */
export function locate(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  let [from, fromValue, to, toValue] = [a, fa, b, fb];
  const narrow = 4 * Number.EPSILON * (Math.abs(a) + Math.abs(b));
  for (let k = 0; k < MOST && Math.abs(to - from) > narrow; k++) {
    const secant = (from * toValue - to * fromValue) / (toValue - fromValue);
    // Every fourth step halves, so that no shape of f makes it crawl.
    const x = k % 4 === 3 || !(secant > from && secant < to) ? 0.5 * (from + to) : secant;
    const value = f(x);
    if (value === 0) return x;
    if (value < 0) {
      [to, toValue] = [x, value];
      fromValue *= 0.5;
    } else {
      [from, fromValue] = [x, value];
      toValue *= 0.5;
    }
  }
  return to;
}
