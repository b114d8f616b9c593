import { addProduct } from '../linalg/add-product.ts';
import { dot } from '../linalg/dot.ts';
import { multiplyTransposed } from '../linalg/multiply-transposed.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepBy, stepCoefficients } from './coefficients.ts';
import { slices, type Work } from '../slices.ts';
import type { Space } from './space.ts';

/** The state is W: W ← W − ηDU (DESIGN §2), for data with more features than dimensions. C is carried along. */
export class WeightSpace implements Space {
  readonly kind = 'weight';
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly testWorkPerRow: number;
  private readonly w: Float64Array;
  private readonly batchFeatures: Float64Array;
  /** D U, 2m×dim. */
  private readonly direction: Float64Array;
  /** D and its features at the last `aim`. */
  private aimed: { readonly d: Float64Array; readonly features: Int32Array | null } | null = null;
  private readonly K: number;

  /** @param maxBatch largest number of features a mini-batch uses; 0 when all steps are full-batch */
  constructor(
    private readonly problem: Problem,
    maxBatch: number,
  ) {
    const { samples, draw, initialScale, neurons } = problem;
    this.K = problem.featureCount;
    this.w = draw.initialRows.map((v) => initialScale * v);
    this.direction = new Float64Array(this.w.length);
    this.c = new Float64Array(neurons * this.K);
    this.z = new Float64Array(neurons * this.K);
    this.batchFeatures = new Float64Array(maxBatch * samples.dim);
    this.testWorkPerRow = samples.testX.length;
  }

  *refresh(): Work {
    const { samples, neurons } = this.problem;
    const { dim, features } = samples;
    yield* slices(neurons, this.K * dim, (from, to) =>
      multiplyTransposed(this.w, features, this.z, from, to, dim, this.K),
    );
  }

  *gather(features: Int32Array, out: Float64Array): Work {
    const { dim, features: u } = this.problem.samples;
    const count = features.length;
    gatherRows(u, dim, features, this.batchFeatures);
    yield* slices(this.problem.neurons, count * dim, (from, to) =>
      multiplyTransposed(this.w, this.batchFeatures, out, from, to, dim, count),
    );
  }

  *aim(d: Float64Array, features: Int32Array | null): Work {
    const { samples, neurons } = this.problem;
    const { dim } = samples;
    const { direction } = this;
    // The features that D's columns stand for.
    const u = features === null ? samples.features : this.batchFeatures;
    if (features !== null) gatherRows(samples.features, dim, features, u);
    const count = features?.length ?? this.K;
    this.aimed = { d, features };
    direction.fill(0);
    yield* slices(neurons, count * dim, (from, to) => addProduct(1, d, u, direction, from, to, count, dim));
  }

  squaredLength(): number {
    return dot(this.direction, 0, this.direction, 0, this.direction.length);
  }

  *step(eta: number): Work {
    yield* [];
    if (this.aimed === null) return;
    const { d, features } = this.aimed;
    stepCoefficients(this.c, d, features, eta, this.problem.neurons, this.K);
    stepBy(this.w, this.direction, eta);
  }

  testRows(from: number, to: number, out: Float64Array): void {
    const { dim, testX } = this.problem.samples;
    const rows = this.w.subarray(from * dim, to * dim);
    multiplyTransposed(rows, testX, out, 0, to - from, dim, testX.length / dim);
  }

  *weights(): Work<Float64Array> {
    yield* [];
    return this.w;
  }
}
