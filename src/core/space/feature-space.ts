import { copyOf } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Problem } from '../problem/problem.ts';
import { gatherRows, stepCoefficients } from './coefficients.ts';
import type { Products } from './products.ts';
import { DONE, slices, type Work } from '../slices.ts';
import type { Space } from './space.ts';

/**
 * The state is (C, Z): C ← C − ηD, Z ← Z − ηDG (DESIGN §2). O(mK²) a full-batch step, whatever d is; O(mK) where the
 * features are orthogonal.
 */
export class FeatureSpace implements Space {
  readonly kind = 'feature';
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly testWorkPerRow: number;
  private readonly gramRows: Float64Array;
  /** The diagonal of G where nothing else in G is other than 0, else null. */
  private readonly diagonal: Float64Array | null;
  /** P = D G, 2m×K. */
  private readonly direction: Float64Array;
  /** D and its features at the last `aim`. */
  private aimed: { readonly d: Float64Array; readonly features: Int32Array | null } | null = null;
  private readonly testCount: number;
  private readonly ones: Float64Array;

  /** @param maxBatch largest number of features a mini-batch uses; 0 when all steps are full-batch */
  constructor(
    private readonly problem: Problem,
    private readonly products: Products,
    private readonly kernels: Kernels,
    maxBatch: number,
  ) {
    const K = problem.featureCount;
    this.z = copyOf(kernels, products.z0);
    this.c = kernels.allocate(problem.neurons * K);
    this.direction = kernels.allocate(problem.neurons * K);
    this.gramRows = kernels.allocate(maxBatch * K);
    this.ones = kernels.allocate(maxBatch).fill(1);
    this.diagonal = isDiagonal(products.gram, K) ? diagonalOf(products.gram, K, kernels) : null;
    this.testCount = products.featureTest.length / K;
    this.testWorkPerRow = K * this.testCount;
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

  testRows(from: number, to: number, out: Float64Array): void {
    const K = this.problem.featureCount;
    const count = this.testCount;
    out.set(this.products.initialTest.subarray(from * count, to * count));
    const rows = this.c.subarray(from * K, to * K);
    this.kernels.addProduct(1, rows, this.products.featureTest, out, 0, to - from, K, count);
  }
}

function isDiagonal(gram: Float64Array, K: number): boolean {
  return gram.every((value, at) => value === 0 || Math.floor(at / K) === at % K);
}

function diagonalOf(gram: Float64Array, K: number, kernels: Kernels): Float64Array {
  const diagonal = kernels.allocate(K);
  for (let k = 0; k < K; k++) diagonal[k] = gram[k * K + k]!;
  return diagonal;
}
