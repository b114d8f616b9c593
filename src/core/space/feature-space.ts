import { addProduct } from '../linalg/add-product.ts';
import { dot } from '../linalg/dot.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepBy, stepCoefficients } from './coefficients.ts';
import type { Products } from './products.ts';
import { slices, type Work } from '../slices.ts';
import type { Space } from './space.ts';

/**
 * The state is (C, Z): C ← C − ηD, Z ← Z − ηDG (DESIGN §2). O(mK²) a full-batch step, whatever d is.
 */
export class FeatureSpace implements Space {
  readonly kind = 'feature';
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly testWorkPerRow: number;
  private readonly gramRows: Float64Array;
  /** P = D G, 2m×K. */
  private readonly direction: Float64Array;
  /** D and its features at the last `aim`. */
  private aimed: { readonly d: Float64Array; readonly features: Int32Array | null } | null = null;
  private readonly testCount: number;
  private w: Float64Array | null = null;

  /** @param maxBatch largest number of features a mini-batch uses; 0 when all steps are full-batch */
  constructor(
    private readonly problem: Problem,
    private readonly products: Products,
    maxBatch: number,
  ) {
    const K = problem.featureCount;
    this.z = products.z0.slice();
    this.c = new Float64Array(problem.neurons * K);
    this.direction = new Float64Array(problem.neurons * K);
    this.gramRows = new Float64Array(maxBatch * K);
    this.testCount = products.featureTest.length / K;
    this.testWorkPerRow = K * this.testCount;
  }

  /** Z is the state: there is nothing to do. */
  *refresh(): Work {
    yield* [];
  }

  *gather(features: Int32Array, out: Float64Array): Work {
    yield* [];
    const K = this.problem.featureCount;
    const count = features.length;
    for (let r = 0; r < this.problem.neurons; r++) {
      for (let k = 0; k < count; k++) out[r * count + k] = this.z[r * K + features[k]!]!;
    }
  }

  *aim(d: Float64Array, features: Int32Array | null): Work {
    const K = this.problem.featureCount;
    const { direction } = this;
    // The rows of G that D's columns stand for.
    const rows = features === null ? this.products.gram : this.gramRows;
    if (features !== null) gatherRows(this.products.gram, K, features, rows);
    const count = features?.length ?? K;
    this.aimed = { d, features };
    direction.fill(0);
    yield* slices(this.problem.neurons, count * K, (from, to) =>
      addProduct(1, d, rows, direction, from, to, count, K),
    );
  }

  squaredLength(): number {
    if (this.aimed === null) return 0;
    return Math.max(0, dot(this.aimed.d, 0, this.direction, 0, this.direction.length));
  }

  *step(eta: number): Work {
    yield* [];
    if (this.aimed === null) return;
    const { d, features } = this.aimed;
    stepCoefficients(this.c, d, features, eta, this.problem.neurons, this.problem.featureCount);
    stepBy(this.z, this.direction, eta);
  }

  testRows(from: number, to: number, out: Float64Array): void {
    const K = this.problem.featureCount;
    const count = this.testCount;
    out.set(this.products.initialTest.subarray(from * count, to * count));
    addProduct(1, this.c.subarray(from * K, to * K), this.products.featureTest, out, 0, to - from, K, count);
  }

  *weights(): Work<Float64Array> {
    const { samples, draw, initialScale, neurons } = this.problem;
    const { dim, features } = samples;
    const K = this.problem.featureCount;
    const w = (this.w ??= new Float64Array(neurons * dim));
    for (let k = 0; k < w.length; k++) w[k] = initialScale * draw.initialRows[k]!;
    yield* slices(neurons, K * dim, (from, to) => addProduct(1, this.c, features, w, from, to, K, dim));
    return w;
  }
}
