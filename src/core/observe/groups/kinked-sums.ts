import { Pace, type Work } from '../../slices.ts';

/** Multiply–adds of sorting a number, for each doubling of how many there are. */
const WORK_PER_DOUBLING = 4;

/** Multiply–adds of sorting each of so many numbers. */
export const sortWork = (count: number): number => WORK_PER_DOUBLING * (32 - Math.clz32(count));

/**
 * Functions F(δ) = Σ_r φ(o_r + δ), φ(z) = max(γz, z), of which each is piecewise linear in δ: with v = −o sorted,
 *
 *     F(δ) = γ(nδ − Σ v) + (1 − γ) Σ_{v < δ} (δ − v)
 *
 * by prefix sums of v. Of each function the piece that it was last on is kept, so that a δ that stays on it costs one
 * multiply–add.
 */
export class KinkedSums {
  /** v of each function, ascending, and their prefix sums. */
  private readonly kinks: Float64Array;
  private readonly prefix: Float64Array;
  /** The present piece: F = intercept + slope·δ for low < δ ≤ high. */
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly slope: Float64Array;
  private readonly intercept: Float64Array;

  /**
   * @param count functions
   * @param size neurons of each
   */
  constructor(
    private readonly count: number,
    private readonly size: number,
    private readonly gamma: number,
  ) {
    this.kinks = new Float64Array(count * size);
    this.prefix = new Float64Array(count * size);
    this.low = new Float64Array(count).fill(Infinity);
    this.high = new Float64Array(count).fill(-Infinity);
    this.slope = new Float64Array(count);
    this.intercept = new Float64Array(count);
  }

  /** Sets o of the i-th neuron of all functions: offsets[from], … */
  put(i: number, offsets: Float64Array, from: number): void {
    for (let f = 0; f < this.count; f++) this.kinks[f * this.size + i] = -offsets[from + f]!;
  }

  /** Sorts what was put. */
  *sort(): Work {
    const { kinks, prefix, count, size } = this;
    const pace = new Pace(size * sortWork(size));
    for (let f = 0; f < count; f++) {
      kinks.subarray(f * size, (f + 1) * size).sort();
      let sum = 0;
      for (let at = f * size, end = at + size; at < end; at++) {
        sum += kinks[at]!;
        prefix[at] = sum;
      }
      if (pace.isDue()) yield;
    }
  }

  /** out[f] ← out[f] + scale·F_f(delta[from + f]). */
  addTo(out: Float64Array, scale: number, delta: Float64Array, from: number): void {
    const { low, high, slope, intercept, count } = this;
    for (let f = 0; f < count; f++) {
      const at = delta[from + f]!;
      if (!(at > low[f]! && at <= high[f]!)) this.find(f, at);
      out[f] = out[f]! + scale * (intercept[f]! + slope[f]! * at);
    }
  }

  /** The piece of function f that δ is on, by bisection. */
  private find(f: number, delta: number): void {
    const { kinks, prefix, size, gamma } = this;
    const first = f * size;
    let fires = 0;
    for (let end = size; fires < end;) {
      const middle = (fires + end) >>> 1;
      if (kinks[first + middle]! < delta) fires = middle + 1;
      else end = middle;
    }
    const sum = fires === 0 ? 0 : prefix[first + fires - 1]!;
    this.low[f] = fires === 0 ? -Infinity : kinks[first + fires - 1]!;
    this.high[f] = fires === size ? Infinity : kinks[first + fires]!;
    this.slope[f] = gamma * size + (1 - gamma) * fires;
    this.intercept[f] = -(gamma * prefix[first + size - 1]! + (1 - gamma) * sum);
  }
}
