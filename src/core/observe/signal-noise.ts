import type { Problem } from '../problem/problem.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Ground } from '../space/create.ts';
import type { Space } from '../space/space.ts';
import type { SignalNoise } from './recorder.ts';

/**
 * Signal and noise as the neurons see them (M §4.1, Def. 5.2), read off Z = W Uᵀ and C: the features U are μ and
 * ξ_1, …, ξ_n.
 */
export class SignalNoiseView {
  private readonly kernels: Kernels;
  private readonly space: Space;
  private readonly features: number;
  private readonly squaredSignalNorm: number;
  /** ⟨w_r, μ⟩ and max_i ⟨w_r, ξ_i⟩ at the last `measure`, 2m entries each. */
  private readonly signals: Float64Array;
  private readonly noises: Float64Array;
  private shown: SignalNoise | null = null;

  /** @param signal index of μ among the features */
  private constructor(
    problem: Problem,
    { kernels, space }: Ground,
    private readonly signal: number,
  ) {
    this.kernels = kernels;
    this.space = space;
    this.features = problem.featureCount;
    this.squaredSignalNorm = problem.squaredFeatureNorms[signal]!;
    this.signals = kernels.allocate(problem.neurons);
    this.noises = kernels.allocate(problem.neurons);
  }

  /** @returns null for data without a signal patch */
  static of(problem: Problem, ground: Ground): SignalNoiseView | null {
    const { signalFeature } = problem.samples;
    return signalFeature === null ? null : new SignalNoiseView(problem, ground, signalFeature);
  }

  /** Reads Z as it is now. @returns max_r |⟨w_r, μ⟩| and max_{r,i} ⟨w_r, ξ_i⟩ over all 2m neurons */
  measure(): { readonly signal: number; readonly noise: number } {
    const { features, signal, signals, noises } = this;
    this.kernels.splitSignal(this.space.z, signal, signals.length, features, signals, noises);
    let largestSignal = 0;
    let largestNoise = -Infinity;
    for (let r = 0; r < signals.length; r++) {
      largestSignal = Math.max(largestSignal, Math.abs(signals[r]!));
      largestNoise = Math.max(largestNoise, noises[r]!);
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
