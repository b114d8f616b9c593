import { matrixCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepCoefficients } from './coefficients.ts';
import type { Products } from './products.ts';
import { DONE, Pace, slices, type Work } from '../slices.ts';
import type { Space } from './space.ts';

/**
 * The state is (C, Z): C ← C − ηD, Z ← Z − ηDG (DESIGN §2). O(mK²) a full-batch step, whatever d is; O(mK) where the
 * features are orthogonal.
 */
export class FeatureSpace implements Space {
  readonly kind = 'feature';
  readonly c: Float64Array;
  readonly testWorkPerRow: number;
  private readonly gramRows: Float64Array;
  /** P = D G, 2m×K. */
  private readonly direction: Float64Array;
  /** D and its features at the last `aim`. */
  private aimed: { readonly d: Float64Array; readonly features: Int32Array | null } | null = null;
  private readonly ones: Float64Array;

  private constructor(
    private readonly problem: Problem,
    private readonly products: Products,
    private readonly kernels: Kernels,
    maxBatch: number,
    readonly z: Float64Array,
    /** The diagonal of G where nothing else in G is other than 0, else null. */
    readonly diagonal: Float64Array | null,
  ) {
    const K = problem.featureCount;
    this.c = kernels.allocate(problem.neurons * K);
    this.direction = kernels.allocate(problem.neurons * K);
    this.gramRows = kernels.allocate(maxBatch * K);
    this.ones = kernels.allocate(maxBatch).fill(1);
    this.testWorkPerRow = K * (products.featureTest?.cols ?? 0);
  }

  /** @param maxBatch largest number of features a mini-batch uses; 0 when all steps are full-batch */
  static *create(
    problem: Problem,
    products: Products,
    kernels: Kernels,
    maxBatch: number,
  ): Work<FeatureSpace> {
    const { gram, z0 } = products;
    const K = problem.featureCount;
    const diagonal = (yield* isDiagonal(gram, K)) ? diagonalOf(gram, K, kernels) : null;
    const z = yield* matrixCopy(kernels, z0);
    return new FeatureSpace(problem, products, kernels, maxBatch, z, diagonal);
  }

  /** Z is the state: there is nothing to do. */
  refresh(): Work {
    return DONE;
  }

  gather(features: Int32Array, out: Float64Array): Work {
    const { neurons, featureCount } = this.problem;
    this.kernels.gather(this.z, features, this.ones, out, neurons, featureCount, features.length);
    return DONE;
  }

  aim(d: Float64Array, features: Int32Array | null): Work {
    const { neurons, featureCount: K } = this.problem;
    const { direction, kernels, diagonal } = this;
    this.aimed = { d, features };
    if (features === null && diagonal !== null) {
      kernels.scaleColumns(d, diagonal, direction, neurons, K);
      return DONE;
    }
    // The rows of G that D's columns stand for.
    const rows = features === null ? this.products.gram : this.gramRows;
    if (features !== null) gatherRows(this.products.gram, K, features, rows);
    const count = features?.length ?? K;
    return slices(neurons, count * K, (from, to) => kernels.multiply(d, rows, direction, from, to, count, K));
  }

  squaredLength(): number {
    if (this.aimed === null) return 0;
    return Math.max(0, this.kernels.dot(this.aimed.d, this.direction, this.direction.length));
  }

  step(eta: number): void {
    if (this.aimed === null) return;
    const { d, features } = this.aimed;
    const { kernels, problem } = this;
    stepCoefficients(kernels, this.c, d, features, eta, problem.neurons, problem.featureCount);
    kernels.addScaled(-eta, this.direction, this.z, this.z.length);
  }

  testRows(from: number, to: number, out: Float64Array): Work {
    const K = this.problem.featureCount;
    const { featureTest, initialTest } = this.products;
    if (featureTest === null) return DONE;
    out.set(initialTest.subarray(from * featureTest.cols, to * featureTest.cols));
    return featureTest.addProduct(this.c.subarray(from * K, to * K), out, to - from);
  }
}

function* isDiagonal(gram: Float64Array, K: number): Work<boolean> {
  const pace = new Pace(K);
  for (let i = 0, at = 0; i < K; i++) {
    for (let k = 0; k < K; k++, at++) if (gram[at] !== 0 && k !== i) return false;
    if (pace.isDue()) yield;
  }
  return true;
}

function diagonalOf(gram: Float64Array, K: number, kernels: Kernels): Float64Array {
  const diagonal = kernels.allocate(K);
  for (let k = 0; k < K; k++) diagonal[k] = gram[k * K + k]!;
  return diagonal;
}
