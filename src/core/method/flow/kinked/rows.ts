import type { FlowNetwork } from '../network.ts';
import { Minor } from './minor.ts';
import type { Resting } from './settle.ts';

/** How a neuron is to a feature's kink: beside it, sliding along it, or held on it by what slides. */
export const BESIDE = 0;
export const SLIDES = 1;
export const HELD = 2;

/** The slopes of the sliding entries of a row: c_F = T c, c the row's other entries. */
interface Slopes {
  readonly rows: Int32Array;
  /** (number of rows)×K, 0 in the columns of F. */
  readonly t: Float64Array;
}

/**
 * The neurons between two events. With E_i = ∫ |ℓ′_i| dt, the row of a neuron whose pattern stands is linear in E: also
 * where it slides, for the slopes that keep it on its kinks are linear in the ℓ′_i. So a row is where it was when its pattern
 * last changed, and E then.
 */
export class KinkedRows {
  readonly K: number;
  readonly neurons: number;
  /** ±1 for each neuron and feature: the side of the kink; of one that slides it has no meaning. */
  readonly sigma: Int8Array;
  /** BESIDE, SLIDES or HELD. */
  readonly place: Uint8Array;
  private readonly c: Float64Array;
  private readonly z: Float64Array;
  private readonly since: Float64Array;
  private readonly slopes = new Map<number, Slopes>();

  constructor(
    private readonly network: FlowNetwork,
    private readonly gamma: number,
  ) {
    const { full, a, z0 } = network;
    this.K = full.features;
    this.neurons = a.length;
    this.sigma = Int8Array.from(z0, (z) => (z >= 0 ? 1 : -1));
    this.place = new Uint8Array(z0.length);
    this.c = new Float64Array(z0.length);
    this.z = z0.slice();
    this.since = new Float64Array(a.length * full.n);
  }

  /** Neurons that slide along a kink. */
  get sliding(): IterableIterator<number> {
    return this.slopes.keys();
  }

  /** Features whose kinks a neuron slides along; none where it does not slide. */
  slidesAlong(r: number): Int32Array {
    return this.slopes.get(r)?.rows ?? NONE;
  }

  /** c ← how far the row of C has moved at E since its last change, in units of a_r/n. */
  grown(r: number, e: Float64Array, c: Float64Array): void {
    const { K, sigma, since, gamma } = this;
    const { n, patches, patchFeature, patchSign, y } = this.network.full;
    c.fill(0);
    for (let i = 0, at = 0; i < n; i++) {
      const weight = y[i]! * (e[i]! - since[r * n + i]!);
      for (let p = 0; p < patches; p++, at++) {
        const k = patchFeature[at]!;
        const s = patchSign[at]!;
        c[k] = c[k]! + (s * sigma[r * K + k]! > 0 ? s : s * gamma) * weight;
      }
    }
    this.answer(r, c);
  }

  /** c ← the row of −D in units of a_r/n, from what each feature has on either side (`sidesOf`). */
  forces(r: number, plus: Float64Array, minus: Float64Array, c: Float64Array): void {
    const { K, sigma } = this;
    for (let k = 0, at = r * K; k < K; k++, at++) c[k] = sigma[at]! > 0 ? plus[k]! : minus[k]!;
    this.answer(r, c);
  }

  /** Replaces the entries of c that slide by what the others ask of them. */
  answer(r: number, c: Float64Array): void {
    const slopes = this.slopes.get(r);
    if (slopes === undefined) return;
    const { rows, t } = slopes;
    const { K } = this;
    for (let f = 0; f < rows.length; f++) {
      let sum = 0;
      // The columns of what slides are 0, so that none is read before it is known.
      for (let k = 0; k < K; k++) sum += t[f * K + k]! * c[k]!;
      c[rows[f]!] = sum;
    }
  }

  /** dz ← a_r/n · cG, and exactly 0 on the kinks that the neuron stays on. */
  push(r: number, c: Float64Array, dz: Float64Array): void {
    const { K, place, network } = this;
    const { gram, a, full } = network;
    const scale = a[r]! / full.n;
    dz.fill(0);
    for (let k = 0; k < K; k++) {
      const ck = scale * c[k]!;
      if (ck === 0) continue;
      for (let j = 0, at = k * K; j < K; j++, at++) dz[j] = dz[j]! + ck * gram[at]!;
    }
    for (let j = 0, at = r * K; j < K; j++, at++) if (place[at] !== BESIDE) dz[j] = 0;
  }

  /** One entry of it, beside its kink. */
  pushAt(r: number, c: Float64Array, k: number): number {
    const { K, network } = this;
    let sum = 0;
    for (let j = 0, at = k; j < K; j++, at += K) sum += c[j]! * network.gram[at]!;
    return (network.a[r]! / network.full.n) * sum;
  }

  /** The row of Z when its pattern last changed. */
  base(r: number, k: number): number {
    return this.z[r * this.K + k]!;
  }

  /** Rows r of C and Z from the displacement since the last change: c in units of a_r/n, dz as `push` has it. */
  write(r: number, c: Float64Array, dz: Float64Array, outC: Float64Array, outZ: Float64Array): void {
    const { K, network } = this;
    const scale = network.a[r]! / network.full.n;
    for (let k = 0, at = r * K; k < K; k++, at++) {
      outC[at] = this.c[at]! + scale * c[k]!;
      outZ[at] = this.z[at]! + dz[k]!;
    }
  }

  /** Begins the row anew at E, moved by (c, dz) since its last change. */
  rebase(r: number, e: Float64Array, c: Float64Array, dz: Float64Array): void {
    this.write(r, c, dz, this.c, this.z);
    this.since.set(e, r * this.network.full.n);
  }

  /** The row is on the kink of feature k: what rounding left of z there goes. */
  touch(r: number, k: number): void {
    this.z[r * this.K + k] = 0;
  }

  /** Takes over how a neuron goes on from its kinks. */
  settle(r: number, { sliding, held }: Resting): void {
    const { K, place, network } = this;
    place.fill(BESIDE, r * K, (r + 1) * K);
    for (const k of held) place[r * K + k] = HELD;
    for (const k of sliding) place[r * K + k] = SLIDES;
    if (sliding.length === 0) {
      this.slopes.delete(r);
      return;
    }
    const minor = new Minor(network.gram, K, sliding);
    const { rows } = minor;
    const t = new Float64Array(rows.length * K);
    const column = new Float64Array(rows.length);
    for (let k = 0; k < K; k++) {
      if (place[r * K + k] === SLIDES) continue;
      minor.answer(k, column);
      for (let f = 0; f < rows.length; f++) t[f * K + k] = column[f]!;
    }
    this.slopes.set(r, { rows, t });
  }
}

const NONE = new Int32Array(0);
