import type { Activation } from '../model/activation.ts';
import type { Samples } from '../problem/problem.ts';
import { indicesOf } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { TEST_ROWS, type Space } from '../space/space.ts';
import { Pace, type Work } from '../slices.ts';

/**
 * Share of test points with y f(x) ≤ 0; −1 without test points. φ is taken once for each distinct patch, and summed up
 * over the patches of each point.
 */
export class TestError {
  /** Distinct test patches. */
  private readonly width: number;
  /** Some rows of W X_testᵀ. */
  private readonly z: Float64Array;
  private readonly value: Float64Array;
  private readonly slope: Float64Array;
  private readonly outputs: Float64Array;
  /** Row of X_test of each patch, and as many ones. */
  private readonly patches: Int32Array;
  private readonly ones: Float64Array;
  /** Whether patch k is row k. */
  private readonly isSeparate: boolean;
  /** φ of each patch of each point. */
  private readonly ofPatches: Float64Array;

  constructor(
    private readonly samples: Samples,
    private readonly ground: TestGround,
    private readonly activation: Activation,
    /** a_r, 2m entries. */
    private readonly a: Float64Array,
  ) {
    this.width = samples.testX.length / samples.dim;
    const { kernels } = ground;
    this.z = kernels.allocate(TEST_ROWS * this.width);
    this.value = kernels.allocate(TEST_ROWS * this.width);
    this.slope = kernels.allocate(TEST_ROWS * this.width);
    this.outputs = kernels.allocate(samples.testY.length);
    this.patches = indicesOf(kernels, samples.testPatch);
    this.ones = kernels.allocate(samples.testPatch.length).fill(1);
    this.isSeparate =
      samples.testPatch.length === this.width && samples.testPatch.every((row, at) => row === at);
    this.ofPatches = this.isSeparate ? this.value : kernels.allocate(TEST_ROWS * samples.testPatch.length);
  }

  *measure(): Work<number> {
    const { testY } = this.samples;
    if (testY.length === 0) return -1;
    const f = this.outputs.fill(0);
    const pace = new Pace(TEST_ROWS * this.ground.space.testWorkPerRow);
    for (let from = 0; from < this.a.length; from += TEST_ROWS) {
      const rows = Math.min(TEST_ROWS, this.a.length - from);
      yield* this.ground.space.testRows(from, from + rows, this.z);
      this.addBlock(f, from, rows);
      if (pace.isDue()) yield;
    }
    let wrong = 0;
    for (let i = 0; i < testY.length; i++) if (!(testY[i]! * f[i]! > 0)) wrong++;
    return wrong / testY.length;
  }

  /** f += Σ a_r Σ_p φ(⟨w_r, x^(p)⟩) for the neurons of one block. */
  private addBlock(f: Float64Array, from: number, rows: number): void {
    const { patches, testY } = this.samples;
    const { kernels } = this.ground;
    this.activation.evaluate(this.z, 0, rows * this.width, this.value, this.slope);
    if (!this.isSeparate) {
      const count = this.patches.length;
      kernels.gather(this.value, this.patches, this.ones, this.ofPatches, rows, this.width, count);
    }
    kernels.addOutputs(this.ofPatches, this.a, from, rows, testY.length, patches, f);
  }
}

/** What is needed of a Ground. */
interface TestGround {
  readonly kernels: Kernels;
  readonly space: Pick<Space, 'testRows' | 'testWorkPerRow'>;
}
