import { matrixCopy, scaledCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepCoefficients } from './coefficients.ts';
import { slices, type Work } from '../slices.ts';
import type { Space } from './space.ts';

/** The state is W: W ← W − ηDU (DESIGN §2), for data with more features than dimensions. C is carried along. */
export class WeightSpace implements Space {
  readonly kind = 'weight';
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly testWorkPerRow: number;
  private readonly batchFeatures: Float64Array;
  /** D U, 2m×dim. */
  private readonly direction: Float64Array;
  /** D and its features at the last `aim`. */
  private aimed: { readonly d: Float64Array; readonly features: Int32Array | null } | null = null;
  private readonly K: number;

  private constructor(
    private readonly problem: Problem,
    private readonly kernels: Kernels,
    maxBatch: number,
    /** W, 2m×dim. */
    readonly w: Float64Array,
    /** U, K×dim. */
    private readonly features: Float64Array,
    private readonly testX: Float64Array,
  ) {
    const { samples, neurons } = problem;
    this.K = problem.featureCount;
    this.direction = kernels.allocate(this.w.length);
    this.c = kernels.allocate(neurons * this.K);
    this.z = kernels.allocate(neurons * this.K);
    this.batchFeatures = kernels.allocate(maxBatch * samples.dim);
    this.testWorkPerRow = samples.testX.length;
  }

  /** @param maxBatch largest number of features a mini-batch uses; 0 when all steps are full-batch */
  static *create(problem: Problem, kernels: Kernels, maxBatch: number): Work<WeightSpace> {
    const { samples, draw, initialScale } = problem;
    const w = yield* scaledCopy(kernels, draw.initialRows, initialScale);
    const features = yield* matrixCopy(kernels, samples.features);
    const testX = yield* matrixCopy(kernels, samples.testX);
    return new WeightSpace(problem, kernels, maxBatch, w, features, testX);
  }

  refresh(): Work {
    const { samples, neurons } = this.problem;
    const { dim } = samples;
    return slices(neurons, this.K * dim, (from, to) =>
      this.kernels.rowProducts(this.w, this.features, this.z, from, to, dim, dim, this.K, this.K),
    );
  }

  gather(features: Int32Array, out: Float64Array): Work {
    const { dim } = this.problem.samples;
    const { batchFeatures } = this;
    const count = features.length;
    gatherRows(this.features, dim, features, batchFeatures);
    return slices(this.problem.neurons, count * dim, (from, to) =>
      this.kernels.rowProducts(this.w, batchFeatures, out, from, to, dim, dim, count, count),
    );
  }

  aim(d: Float64Array, features: Int32Array | null): Work {
    const { samples, neurons } = this.problem;
    const { dim } = samples;
    // The features that D's columns stand for.
    const u = features === null ? this.features : this.batchFeatures;
    if (features !== null) gatherRows(this.features, dim, features, u);
    const count = features?.length ?? this.K;
    this.aimed = { d, features };
    return slices(neurons, count * dim, (from, to) =>
      this.kernels.multiply(d, u, this.direction, from, to, count, dim),
    );
  }

  squaredLength(): number {
    return this.kernels.dot(this.direction, this.direction, this.direction.length);
  }

  step(eta: number): void {
    if (this.aimed === null) return;
    const { d, features } = this.aimed;
    stepCoefficients(this.kernels, this.c, d, features, eta, this.problem.neurons, this.K);
    this.kernels.addScaled(-eta, this.direction, this.w, this.w.length);
  }

  testRows(from: number, to: number, out: Float64Array): Work {
    const { dim } = this.problem.samples;
    const { kernels, testX } = this;
    const rows = this.w.subarray(from * dim, to * dim);
    const count = testX.length / dim;
    return slices(count, (to - from) * dim, (first, end) => {
      const points = testX.subarray(first * dim, end * dim);
      kernels.rowProducts(rows, points, out.subarray(first), 0, to - from, dim, dim, end - first, count);
    });
  }
}
