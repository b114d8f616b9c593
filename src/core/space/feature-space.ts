import { addProduct } from '../linalg/add-product.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepCoefficients } from './coefficients.ts';
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

  *step(d: Float64Array, features: Int32Array | null, eta: number): Work {
    const K = this.problem.featureCount;
    const { neurons } = this.problem;
    stepCoefficients(this.c, d, features, eta, neurons, K);
    // The rows of G that D's columns stand for.
    const rows = features === null ? this.products.gram : this.gramRows;
    if (features !== null) gatherRows(this.products.gram, K, features, rows);
    const count = features?.length ?? K;
    yield* slices(neurons, count * K, (from, to) => addProduct(-eta, d, rows, this.z, from, to, count, K));
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
