import type { Problem } from '../problem/problem.ts';
import type { Space } from '../space/space.ts';
import type { SignalNoise } from './recorder.ts';

/**
 * Signal and noise as the neurons see them (M §4.1, Def. 5.2), read off Z = W Uᵀ and C: the features U are μ and
 * ξ_1, …, ξ_n.
 */
export class SignalNoiseView {
  private readonly features: number;
  private readonly squaredSignalNorm: number;

  /** @param signal index of μ among the features */
  private constructor(
    private readonly problem: Problem,
    private readonly space: Space,
    private readonly signal: number,
  ) {
    this.features = problem.featureCount;
    this.squaredSignalNorm = problem.squaredFeatureNorms[signal]!;
  }

  /** @returns null for data without a signal patch */
  static of(problem: Problem, space: Space): SignalNoiseView | null {
    const { signalFeature } = problem.samples;
    return signalFeature === null ? null : new SignalNoiseView(problem, space, signalFeature);
  }

  /** max_r |⟨w_r, μ⟩| over all 2m neurons. */
  largestSignal(): number {
    let largest = 0;
    for (let r = 0; r < this.problem.neurons; r++) largest = Math.max(largest, Math.abs(this.signalOf(r)));
    return largest;
  }

  /** max_{r,i} ⟨w_r, ξ_i⟩ over all 2m neurons. */
  largestNoise(): number {
    let largest = -Infinity;
    for (let r = 0; r < this.problem.neurons; r++) largest = Math.max(largest, this.noiseOf(r));
    return largest;
  }

  /** Of the given neurons, freshly allocated. */
  of(rows: Int32Array): SignalNoise {
    const gamma = new Float64Array(rows.length);
    const signal = new Float64Array(rows.length);
    const noise = new Float64Array(rows.length);
    rows.forEach((r, at) => {
      const j = r < this.problem.neurons / 2 ? 1 : -1;
      gamma[at] = j * this.space.c[r * this.features + this.signal]! * this.squaredSignalNorm;
      signal[at] = this.signalOf(r);
      noise[at] = this.noiseOf(r);
    });
    return { gamma, signal, noise };
  }

  private signalOf(r: number): number {
    return this.space.z[r * this.features + this.signal]!;
  }

  private noiseOf(r: number): number {
    const row = r * this.features;
    let largest = -Infinity;
    for (let k = 0; k < this.features; k++) {
      if (k !== this.signal) largest = Math.max(largest, this.space.z[row + k]!);
    }
    return largest;
  }
}
