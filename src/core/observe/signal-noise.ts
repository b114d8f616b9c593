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
  /** ⟨w_r, μ⟩ and max_i ⟨w_r, ξ_i⟩ at the last `measure`, 2m entries each. */
  private readonly signals: Float64Array;
  private readonly noises: Float64Array;
  private shown: SignalNoise | null = null;

  /** @param signal index of μ among the features */
  private constructor(
    problem: Problem,
    private readonly space: Space,
    private readonly signal: number,
  ) {
    this.features = problem.featureCount;
    this.squaredSignalNorm = problem.squaredFeatureNorms[signal]!;
    this.signals = new Float64Array(problem.neurons);
    this.noises = new Float64Array(problem.neurons);
  }

  /** @returns null for data without a signal patch */
  static of(problem: Problem, space: Space): SignalNoiseView | null {
    const { signalFeature } = problem.samples;
    return signalFeature === null ? null : new SignalNoiseView(problem, space, signalFeature);
  }

  /** Reads Z as it is now. @returns max_r |⟨w_r, μ⟩| and max_{r,i} ⟨w_r, ξ_i⟩ over all 2m neurons */
  measure(): { readonly signal: number; readonly noise: number } {
    const { features, signal, signals, noises, space } = this;
    const { z } = space;
    let largestSignal = 0;
    let largestNoise = -Infinity;
    for (let r = 0, at = 0; r < signals.length; r++) {
      let noise = -Infinity;
      for (let k = 0; k < features; k++, at++) {
        const product = z[at]!;
        if (k === signal) signals[r] = product;
        else if (product > noise) noise = product;
      }
      noises[r] = noise;
      largestSignal = Math.max(largestSignal, Math.abs(signals[r]!));
      largestNoise = Math.max(largestNoise, noise);
    }
    return { signal: largestSignal, noise: largestNoise };
  }

  /** Of the given neurons, always as many, at the last `measure`; the next call overwrites it. */
  of(rows: Int32Array): SignalNoise {
    const { features, signals, noises, squaredSignalNorm, space } = this;
    const shown = (this.shown ??= {
      gamma: new Float64Array(rows.length),
      signal: new Float64Array(rows.length),
      noise: new Float64Array(rows.length),
    });
    const { gamma, signal, noise } = shown;
    for (let at = 0; at < rows.length; at++) {
      const r = rows[at]!;
      const j = r < signals.length / 2 ? 1 : -1;
      gamma[at] = j * space.c[r * features + this.signal]! * squaredSignalNorm;
      signal[at] = signals[r]!;
      noise[at] = noises[r]!;
    }
    return shown;
  }
}
