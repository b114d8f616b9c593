import type { Activation } from './model/activation.ts';
import type { Loss } from './model/loss.ts';

/**
 * The samples an objective is a mean over: all of them, or a mini-batch. Features are numbered from 0 within the
 * batch, so that Z and D are dense: Z is 2m×K row-major, with K the number of features the batch uses.
 */
export interface Batch {
  /** Number of samples in the batch. */
  readonly n: number;
  /** P, patches of a sample. */
  readonly patches: number;
  /** K. */
  readonly features: number;
  /** n·P indices of features in the batch. */
  readonly patchFeature: Int32Array;
  /** n·P signs ±1. */
  readonly patchSign: Float64Array;
  /** n labels ±1. */
  readonly y: Float64Array;
}

/**
 * The data loss L(Z) = (1/n) Σ ℓ(q_i), q_i = y_i Σ_r a_r Σ_p φ(s_ip z_{r,k(i,p)}), and D = ∂L/∂Z (DESIGN §2).
 * Storage for the largest batch is allocated once; `forward` fills it and the other methods read it.
 */
export class Objective {
  /** s_ip z_{r,k(i,p)}: 2m×(nP), and φ and φ′ there. */
  readonly signed: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
  /** q_i, ℓ(q_i), ℓ′(q_i). */
  readonly margins: Float64Array;
  readonly losses: Float64Array;
  readonly lossSlopes: Float64Array;
  /** y_i s_ip ℓ′_i / n for each patch, scratch of `gradient`. */
  private readonly patchWeight: Float64Array;
  private readonly outputs: Float64Array;

  constructor(
    readonly activation: Activation,
    readonly loss: Loss,
    /** a_r, 2m entries. */
    readonly a: Float64Array,
    maxSamples: number,
    patches: number,
  ) {
    const width = maxSamples * patches;
    this.signed = new Float64Array(a.length * width);
    this.value = new Float64Array(a.length * width);
    this.slope = new Float64Array(a.length * width);
    this.margins = new Float64Array(maxSamples);
    this.losses = new Float64Array(maxSamples);
    this.lossSlopes = new Float64Array(maxSamples);
    this.outputs = new Float64Array(maxSamples);
    this.patchWeight = new Float64Array(width);
  }

  /** Evaluates the batch at Z (2m×K): margins, losses, ℓ′, φ, φ′. @returns L */
  forward(batch: Batch, z: Float64Array): number {
    const { n, patches, y } = batch;
    const width = n * patches;
    const rows = this.a.length;
    this.gather(batch, z);
    this.activation.evaluate(this.signed, rows * width, this.value, this.slope);

    const f = this.outputs.fill(0, 0, n);
    for (let r = 0; r < rows; r++) {
      const ar = this.a[r]!;
      let at = r * width;
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let p = 0; p < patches; p++) sum += this.value[at++]!;
        f[i] = f[i]! + ar * sum;
      }
    }
    let total = 0;
    for (let i = 0; i < n; i++) {
      const q = y[i]! * f[i]!;
      this.margins[i] = q;
      this.losses[i] = this.loss.value(q);
      this.lossSlopes[i] = this.loss.slope(q);
      total += this.losses[i]!;
    }
    return total / n;
  }

  /** D ← ∂L/∂Z, 2m×K, at the Z of the last `forward`. */
  gradient(batch: Batch, d: Float64Array): void {
    const { n, patches, features, patchFeature, patchSign, y } = batch;
    const width = n * patches;
    const weight = this.patchWeight;
    for (let i = 0, at = 0; i < n; i++) {
      const e = (y[i]! * this.lossSlopes[i]!) / n;
      for (let p = 0; p < patches; p++, at++) weight[at] = e * patchSign[at]!;
    }
    d.fill(0, 0, this.a.length * features);
    for (let r = 0; r < this.a.length; r++) {
      const ar = this.a[r]!;
      const row = r * features;
      const from = r * width;
      for (let at = 0; at < width; at++) {
        const k = row + patchFeature[at]!;
        d[k] = d[k]! + ar * weight[at]! * this.slope[from + at]!;
      }
    }
  }

  private gather(batch: Batch, z: Float64Array): void {
    const { n, patches, features, patchFeature, patchSign } = batch;
    const width = n * patches;
    for (let r = 0; r < this.a.length; r++) {
      const row = r * features;
      const to = r * width;
      for (let at = 0; at < width; at++) {
        this.signed[to + at] = patchSign[at]! * z[row + patchFeature[at]!]!;
      }
    }
  }
}
