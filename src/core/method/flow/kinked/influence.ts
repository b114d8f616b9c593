import type { FlowNetwork } from '../network.ts';
import { SLIDES, type KinkedRows } from './rows.ts';

/**
 * dq_i/dE_l, n×n: how the margins move as E does. Each neuron adds its part, and takes it back when its pattern changes.
 * Beside it, how each neuron can come to its kinks.
 */
export class Influence {
  readonly matrix: Float64Array;
  /** By how much E_l brings a neuron to the kink that it brings it to most, at most: 2m×n, ≥ 0. */
  readonly approach: Float64Array;
  private readonly c: Float64Array;
  private readonly dz: Float64Array;

  constructor(
    private readonly network: FlowNetwork,
    private readonly rows: KinkedRows,
    private readonly gamma: number,
  ) {
    const { n } = network.full;
    this.matrix = new Float64Array(n * n);
    this.approach = new Float64Array(n * rows.neurons);
    this.c = new Float64Array(rows.K);
    this.dz = new Float64Array(rows.K);
  }

  /** Of all neurons, afresh. */
  sum(): void {
    this.matrix.fill(0);
    for (let r = 0; r < this.rows.neurons; r++) this.add(r, 1);
  }

  /** Adds what neuron r does by its pattern, so many times (−1: takes it back). */
  add(r: number, times: number): void {
    const { network, rows, c, dz, gamma, matrix } = this;
    const { full, a } = network;
    const { n, patches, patchFeature, patchSign, y } = full;
    const from = r * rows.K;
    for (let l = 0; l < n; l++) {
      c.fill(0);
      for (let p = 0, at = l * patches; p < patches; p++, at++) {
        const k = patchFeature[at]!;
        if (rows.place[from + k] === SLIDES) continue;
        const s = patchSign[at]!;
        c[k] = c[k]! + y[l]! * s * (s * rows.sigma[from + k]! > 0 ? 1 : gamma);
      }
      rows.answer(r, c);
      rows.push(r, c, dz);
      let most = 0;
      for (let k = 0; k < rows.K; k++) most = Math.max(most, -rows.sigma[from + k]! * dz[k]!);
      this.approach[r * n + l] = most;
      for (let i = 0, at = 0; i < n; i++) {
        let sum = 0;
        for (let p = 0; p < patches; p++, at++) {
          const k = patchFeature[at]!;
          const s = patchSign[at]!;
          sum += s * (s * rows.sigma[from + k]! > 0 ? 1 : gamma) * dz[k]!;
        }
        matrix[i * n + l] = matrix[i * n + l]! + times * y[i]! * a[r]! * sum;
      }
    }
  }
}
