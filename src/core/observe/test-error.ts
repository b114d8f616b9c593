import type { Activation } from '../model/activation.ts';
import type { Samples } from '../problem/problem.ts';
import { slices, type Work } from '../slices.ts';
import type { Space } from '../space/space.ts';

/** Rows of W X_testᵀ that are held at once. */
const ROWS = 16;

/**
 * Share of test points with y f(x) ≤ 0; −1 without test points. φ is taken once for each distinct patch, and summed up
 * over the patches of each point.
 */
export class TestError {
  /** Distinct test patches. */
  private readonly width: number;
  private readonly z: Float64Array;
  private readonly value: Float64Array;
  private readonly slope: Float64Array;
  private readonly outputs: Float64Array;

  constructor(
    private readonly samples: Samples,
    private readonly space: Space,
    private readonly activation: Activation,
    /** a_r, 2m entries. */
    private readonly a: Float64Array,
  ) {
    this.width = samples.testX.length / samples.dim;
    this.z = new Float64Array(ROWS * this.width);
    this.value = new Float64Array(ROWS * this.width);
    this.slope = new Float64Array(ROWS * this.width);
    this.outputs = new Float64Array(samples.testY.length);
  }

  *measure(): Work<number> {
    const { testY } = this.samples;
    if (testY.length === 0) return -1;
    const f = this.outputs.fill(0);
    const blocks = Math.ceil(this.a.length / ROWS);
    yield* slices(blocks, ROWS * this.space.testWorkPerRow, (from, to) => {
      for (let block = from; block < to; block++) this.addBlock(f, block * ROWS);
    });
    let wrong = 0;
    for (let i = 0; i < testY.length; i++) if (!(testY[i]! * f[i]! > 0)) wrong++;
    return wrong / testY.length;
  }

  /** f += Σ a_r Σ_p φ(⟨w_r, x^(p)⟩) for the neurons of one block. */
  private addBlock(f: Float64Array, from: number): void {
    const { patches, testPatch } = this.samples;
    const to = Math.min(this.a.length, from + ROWS);
    this.space.testRows(from, to, this.z);
    this.activation.evaluate(this.z, (to - from) * this.width, this.value, this.slope);
    for (let r = from; r < to; r++) {
      const ar = this.a[r]!;
      const row = (r - from) * this.width;
      for (let i = 0, at = 0; i < f.length; i++) {
        let sum = 0;
        for (let p = 0; p < patches; p++) sum += this.value[row + testPatch[at++]!]!;
        f[i] = f[i]! + ar * sum;
      }
    }
  }
}
