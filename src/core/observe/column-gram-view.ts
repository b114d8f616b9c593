import { copyOf, scaledCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { orthonormalBasis } from '../linalg/orthonormal-basis.ts';
import { rowProducts } from '../linalg/row-products.ts';
import type { Problem } from '../problem/problem.ts';
import { slices } from '../slices.ts';
import type { Ground } from '../space/create.ts';
import { MovedRowNorms } from './moved-row-norms.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** Rows that the kernel sums before it adds them; slices begin at its multiples. */
const BLOCK = 128;

/**
 * Whether Wᵀ W is worth forming at every epoch, dim·K multiply–adds a neuron: where there are many neurons and so few
 * dimensions that it costs no more than about four products with W and its transpose, which W at its beginning, with all
 * singular values alike, needs many more of.
 */
export function usesColumnGram(neurons: number, K: number, dim: number): boolean {
  return neurons >= 8 * dim && K * dim <= 16 * (dim + K);
}

/**
 * Wᵀ W of each class, in coordinates of an orthonormal basis of which the first K vectors span the features: there
 * W = [Z T⁻ᵀ | W(0)_⟂], and the second part never moves. The state is that of feature space.
 *
 * @returns null where the features are dependent
 */
export function columnGramView(ground: Ground, problem: Problem): WeightView | null {
  const { kernels } = ground;
  const { samples, featureCount: K, neurons } = problem;
  const { dim } = samples;
  const basis = orthonormalBasis(samples.features, K, dim);
  if (basis === null) return null;
  const still = orthogonalPart(kernels, problem, basis.rows.subarray(K * dim));
  const m = neurons / 2;
  const halves = [0, m].map((from) => new ClassGram(ground, still, basis.inverse, K, dim, from, from + m));
  const norms = new MovedRowNorms(ground, problem);
  const all = kernels.allocate(dim * dim);

  const matrixOf = (from: number, to: number): Float64Array => {
    const half = halves.find((gram) => gram.from === from && gram.to === to);
    return half?.matrix ?? all;
  };
  return {
    *update() {
      for (const half of halves) yield* half.update();
      for (let k = 0; k < all.length; k++) all[k] = halves[0]!.matrix[k]! + halves[1]!.matrix[k]!;
    },
    operator(from, to): ClassOperator {
      const matrix = matrixOf(from, to);
      return {
        dimension: dim,
        work: dim * dim,
        apply(x, y) {
          y.fill(0);
          kernels.addTimes(matrix, 0, dim, dim, dim, x, y);
        },
      };
    },
    squaredNorms: (out) => norms.measure(out),
  };
}

/** W(0) in the coordinates orthogonal to the features, 2m×(dim − K); `rows` are those vectors of the basis. */
function orthogonalPart(kernels: Kernels, problem: Problem, rows: Float64Array): Float64Array {
  const { draw, samples, initialScale, neurons } = problem;
  const count = rows.length / samples.dim;
  const out = new Float64Array(neurons * count);
  rowProducts(draw.initialRows, rows, out, 0, neurons, samples.dim, samples.dim, count, count);
  return scaledCopy(kernels, out, initialScale);
}

/** Wᵀ W over the rows from..to−1, dim×dim: the features' coordinates first. */
class ClassGram {
  readonly matrix: Float64Array;
  /** ZᵀZ, K×K, and Zᵀ W(0)_⟂, K×(dim − K). */
  private readonly moving: Float64Array;
  private readonly mixed: Float64Array;
  private readonly inverse: Float64Array;
  private readonly scratch: Float64Array;

  constructor(
    private readonly ground: Ground,
    private readonly still: Float64Array,
    inverse: Float64Array,
    private readonly K: number,
    private readonly dim: number,
    readonly from: number,
    readonly to: number,
  ) {
    const { kernels } = ground;
    const rest = dim - K;
    this.matrix = kernels.allocate(dim * dim);
    this.moving = kernels.allocate(K * K);
    this.mixed = kernels.allocate(K * rest);
    this.inverse = copyOf(kernels, inverse);
    this.scratch = kernels.allocate(K * Math.max(K, rest));
    const fixed = kernels.allocate(rest * rest);
    kernels.addTransposedProduct(still, still, fixed, from, to, rest, rest, false);
    for (let i = 0; i < rest; i++) {
      for (let k = 0; k < rest; k++) this.matrix[(K + i) * dim + K + k] = fixed[i * rest + k]!;
    }
  }

  *update() {
    const { ground, still, K, dim, from, to, matrix, moving, mixed, inverse, scratch } = this;
    const { kernels, space } = ground;
    const rest = dim - K;
    moving.fill(0);
    mixed.fill(0);
    yield* slices(Math.ceil((to - from) / BLOCK), BLOCK * K * dim, (first, end) => {
      const rowFrom = from + first * BLOCK;
      const rowTo = Math.min(to, from + end * BLOCK);
      kernels.addTransposedProduct(space.z, space.z, moving, rowFrom, rowTo, K, K, true);
      kernels.addTransposedProduct(space.z, still, mixed, rowFrom, rowTo, K, rest, false);
    });
    for (let i = 0; i < K; i++) for (let k = 0; k < i; k++) moving[k * K + i] = moving[i * K + k]!;
    // T⁻¹ ZᵀZ T⁻ᵀ and T⁻¹ ZᵀW(0)_⟂.
    kernels.multiply(inverse, moving, scratch, 0, K, K, K);
    kernels.rowProducts(scratch, inverse, moving, 0, K, K, K, K, K);
    kernels.multiply(inverse, mixed, scratch, 0, K, K, rest);
    for (let i = 0; i < K; i++) {
      for (let k = 0; k < K; k++) matrix[i * dim + k] = moving[i * K + k]!;
      for (let k = 0; k < rest; k++) {
        matrix[i * dim + K + k] = scratch[i * rest + k]!;
        matrix[(K + k) * dim + i] = scratch[i * rest + k]!;
      }
    }
  }
}
