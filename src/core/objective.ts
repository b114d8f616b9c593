import { copyOf } from './kernels/copies.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { Activation } from './model/activation.ts';
import type { Loss } from './model/loss.ts';
import { slices, type Work } from './slices.ts';

/**
 * The samples an objective is a mean over: all of them, or a mini-batch. Features are numbered from 0 within the
 * batch, so that Z and D are dense: Z is 2m×K row-major, with K the number of features the batch uses. The arrays belong
 * to the kernels.
 */
export interface Batch {
  /** Number of samples in the batch. */
  readonly n: number;
  /** P, patches of a sample. */
  readonly patches: number;
  /** K. */
  readonly features: number;
  /** At least n·P indices of features in the batch. */
  readonly patchFeature: Int32Array;
  /** At least n·P signs ±1. */
  readonly patchSign: Float64Array;
  /** At least n labels ±1. */
  readonly y: Float64Array;
}

/** φ and φ′ of an entry cost about as much as so many multiply–adds: few where φ is leaky ReLU, more where it is smooth. */
const WORK_PER_ENTRY = 20;

/** Entries of φ that are held at once: a part of the cache. */
const BLOCK = 2_048;

/**
 * The data loss L(Z) = (1/n) Σ ℓ(q_i), q_i = y_i Σ_r a_r Σ_p φ(s_ip z_{r,k(i,p)}), and D = ∂L/∂Z (DESIGN §2).
 * Storage for the largest batch is allocated once; `forward` fills it and the other methods read it.
 */
export class Objective {
  /** s_ip z_{r,k(i,p)}: 2m×(nP). Z itself where every patch is a feature of its own. */
  signed: Float64Array;
  /** φ′ there. */
  readonly slope: Float64Array;
  /** q_i, ℓ(q_i), ℓ′(q_i). */
  readonly margins: Float64Array;
  readonly losses: Float64Array;
  readonly lossSlopes: Float64Array;
  /** a_r, 2m entries. */
  readonly a: Float64Array;
  /** Forward passes so far: what is made of one holds until the next. */
  passes = 0;
  /** φ of some rows. */
  private readonly value: Float64Array;
  private readonly blockRows: number;
  /** y_i s_ip ℓ′_i / n for each patch, scratch of `gradient`. */
  private readonly patchWeight: Float64Array;
  private readonly outputs: Float64Array;

  /**
   * @param a 2m entries
   * @param separate whether patch k of every batch is its feature k, with a + sign: then Z is read as it is
   */
  constructor(
    readonly kernels: Kernels,
    readonly activation: Activation,
    readonly loss: Loss,
    a: Float64Array,
    maxSamples: number,
    patches: number,
    readonly separate: boolean,
  ) {
    const width = maxSamples * patches;
    this.a = copyOf(kernels, a);
    this.signed = kernels.allocate(separate ? 0 : a.length * width);
    this.slope = kernels.allocate(a.length * width);
    this.blockRows = Math.max(1, Math.floor(BLOCK / width));
    this.value = kernels.allocate(this.blockRows * width);
    this.margins = kernels.allocate(maxSamples);
    this.losses = kernels.allocate(maxSamples);
    this.lossSlopes = kernels.allocate(maxSamples);
    this.outputs = kernels.allocate(maxSamples);
    this.patchWeight = kernels.allocate(width);
  }

  /** Evaluates the batch at Z (2m×K): margins, losses, ℓ′, φ′. @returns L */
  *forward(batch: Batch, z: Float64Array): Work<number> {
    const { n, patches, features, patchFeature, patchSign, y } = batch;
    const { kernels, value, slope, a, outputs, margins } = this;
    const width = n * patches;
    const rows = a.length;
    this.passes++;
    if (this.separate) this.signed = z;
    else kernels.gather(z, patchFeature, patchSign, this.signed, rows, features, width);

    outputs.fill(0, 0, n);
    yield* slices(rows, WORK_PER_ENTRY * width, (from, to) => {
      for (let r = from; r < to; r += this.blockRows) {
        const count = Math.min(this.blockRows, to - r);
        this.activation.evaluate(this.signed, r * width, count * width, value, slope);
        kernels.addOutputs(value, a, r, count, n, patches, outputs);
      }
    });
    for (let i = 0; i < n; i++) margins[i] = y[i]! * outputs[i]!;
    return this.evaluateMargins(n);
  }

  /** Losses and ℓ′ of the first n margins. @returns L */
  evaluateMargins(n: number): number {
    this.loss.evaluate(this.kernels, this.margins, n, this.losses, this.lossSlopes);
    let total = 0;
    for (let i = 0; i < n; i++) total += this.losses[i]!;
    return total / n;
  }

  /** ℓ′ alone. */
  evaluateSlopes(n: number): void {
    this.loss.slopes(this.kernels, this.margins, n, this.lossSlopes);
  }

  /** D ← ∂L/∂Z, 2m×K, at the Z of the last `forward`. */
  gradient(batch: Batch, d: Float64Array): void {
    const { n, patches, features, patchFeature, patchSign, y } = batch;
    const { kernels, a, slope } = this;
    const width = n * patches;
    const weight = this.patchWeight;
    for (let i = 0, at = 0; i < n; i++) {
      const e = (y[i]! * this.lossSlopes[i]!) / n;
      for (let p = 0; p < patches; p++, at++) weight[at] = e * patchSign[at]!;
    }
    if (this.separate) kernels.separateGradient(a, weight, slope, d, a.length, width);
    else kernels.scatterGradient(a, weight, slope, patchFeature, d, a.length, features, width);
  }
}
