import type { FlowNetwork } from '../network.ts';

/**
 * Bounds that hold whatever the pattern: as |c_k| ≤ Σ |ΔE_i| over the patches of feature k, z moves by at most
 * |a_r|/n Σ_i Σ_p |G_kj| ΔE_i.
 */
export class Reach {
  /** Σ_p |G_k(i,p),j|: K×n. */
  private readonly ofSample: Float64Array;
  /** The largest of each column, times |a|/n: the clock's hands. */
  private readonly hands: Float64Array;
  private readonly perMargin: number;

  constructor({ full, gram, a }: FlowNetwork) {
    const { n, patches, patchFeature, features: K } = full;
    this.ofSample = new Float64Array(K * n);
    this.hands = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < K; j++) {
        let sum = 0;
        for (let p = 0; p < patches; p++) sum += Math.abs(gram[patchFeature[i * patches + p]! * K + j]!);
        this.ofSample[j * n + i] = sum;
        this.hands[i] = Math.max(this.hands[i]!, (Math.abs(a[0]!) / n) * sum);
      }
    }
    this.perMargin = a.reduce((sum, ar) => sum + ar * ar, 0) / n;
  }

  /** By how much any z has moved at most, for E that has grown by so much. Grows with E: a clock. */
  clock(grown: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < grown.length; i++) sum += this.hands[i]! * grown[i]!;
    return sum;
  }

  /** By how much an error of E can put the margins wrong: max_j Σ_r a_r² /n Σ_i Σ_p |G_kj| |error_i|. */
  ofError(error: Float64Array): number {
    const { ofSample, perMargin } = this;
    const n = error.length;
    let most = 0;
    for (let at = 0; at < ofSample.length; at += n) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += ofSample[at + i]! * Math.abs(error[i]!);
      // NaN stays: it says that the step was too long.
      if (!(sum <= most)) most = sum;
    }
    return perMargin * most;
  }
}
