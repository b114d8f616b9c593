import { copyOf } from '../kernels/copies.ts';
import { OrthonormalBasis } from '../linalg/orthonormal-basis.ts';
import type { Problem } from '../problem/problem.ts';
import { rowsPerSlice, slices, type Work } from '../slices.ts';
import type { Ground } from '../space/create.ts';
import { MovedRowNorms } from './moved-row-norms.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** Rows that the kernel sums before it adds them; slices begin at its multiples. */
const BLOCK = 128;
/** Rows of a product's tile. */
const TILE = 4;

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
export function* columnGramView(ground: Ground, problem: Problem): Work<WeightView | null> {
  const { kernels } = ground;
  const { samples, featureCount: K, neurons } = problem;
  const { dim } = samples;
  const basis = OrthonormalBasis.of(samples.features, K, dim);
  if (basis === null) return null;
  const still = kernels.allocate(neurons * (dim - K));
  const m = neurons / 2;
  const halves = [0, m].map((from) => new ClassGram(ground, still, basis, from, from + m));
  const norms = yield* MovedRowNorms.of(ground, problem);
  const all = kernels.allocate(dim * dim);
  // What never moves waits for the first update: it is work to be cut into pieces.
  let isPrepared = false;

  const matrixOf = (from: number, to: number): Float64Array => {
    const half = halves.find((gram) => gram.from === from && gram.to === to);
    return half?.matrix ?? all;
  };
  return {
    updateWork: neurons * K * dim,
    *update() {
      if (!isPrepared) {
        yield* fillOrthogonalPart(problem, basis, still);
        for (const half of halves) yield* half.prepare();
        isPrepared = true;
      }
      for (const half of halves) yield* half.update();
      for (let k = 0; k < all.length; k++) all[k] = halves[0]!.matrix[k]! + halves[1]!.matrix[k]!;
    },
    operator(from, to): ClassOperator {
      const matrix = matrixOf(from, to);
      return {
        of: 'columns',
        dimension: dim,
        work: dim * dim,
        apply(x, y) {
          y.fill(0);
          kernels.addTimes(matrix, 0, dim, dim, dim, x, y);
        },
      };
    },
    toCoordinates: (row) => basis.coordinates(row),
    squaredNorms: (out) => norms.measure(out),
  };
}

/** out ← W(0) in the coordinates orthogonal to the features: 2m×(dim − K). */
function fillOrthogonalPart(problem: Problem, basis: OrthonormalBasis, out: Float64Array): Work {
  const { draw, initialScale, neurons } = problem;
  const { K, dim } = basis;
  const rest = dim - K;
  const row = new Float64Array(dim);
  return slices(neurons, 2 * K * dim, (from, to) => {
    for (let r = from; r < to; r++) {
      for (let c = 0; c < dim; c++) row[c] = initialScale * draw.initialRows[r * dim + c]!;
      basis.coordinates(row);
      out.set(row.subarray(K), r * rest);
    }
  });
}

/** Wᵀ W over the rows from..to−1, dim×dim: the features' coordinates first. */
class ClassGram {
  readonly matrix: Float64Array;
  /** ZᵀZ, K×K, and Zᵀ W(0)_⟂, K×(dim − K). */
  private readonly moving: Float64Array;
  private readonly mixed: Float64Array;
  private readonly inverse: Float64Array;
  private readonly scratch: Float64Array;
  private readonly fixed: Float64Array;
  private readonly K: number;
  private readonly dim: number;

  constructor(
    private readonly ground: Ground,
    private readonly still: Float64Array,
    { K, dim, inverse }: OrthonormalBasis,
    readonly from: number,
    readonly to: number,
  ) {
    const { kernels } = ground;
    const rest = dim - K;
    this.K = K;
    this.dim = dim;
    this.matrix = kernels.allocate(dim * dim);
    this.moving = kernels.allocate(K * K);
    this.mixed = kernels.allocate(K * rest);
    this.inverse = copyOf(kernels, inverse);
    this.scratch = kernels.allocate(K * Math.max(K, rest));
    this.fixed = kernels.allocate(rest * rest);
  }

  /** The part of W(0) that never moves, from `still`. */
  *prepare(): Work {
    const { ground, still, K, dim, matrix, fixed } = this;
    const rest = dim - K;
    yield* this.overBlocks(rest, rest, (from, to, iFrom, iTo) =>
      ground.kernels.addTransposedProduct(still, still, fixed, from, to, rest, rest, iFrom, iTo, true),
    );
    for (let i = 0; i < rest; i++) {
      for (let k = 0; k <= i; k++) {
        matrix[(K + i) * dim + K + k] = fixed[i * rest + k]!;
        matrix[(K + k) * dim + K + i] = fixed[i * rest + k]!;
      }
    }
  }

  /** Takes W as it is now. */
  *update(): Work {
    const { ground, still, K, dim, matrix, moving, mixed, inverse, scratch } = this;
    const { kernels, space } = ground;
    const rest = dim - K;
    moving.fill(0);
    mixed.fill(0);
    yield* this.overBlocks(K, dim, (from, to, iFrom, iTo) => {
      kernels.addTransposedProduct(space.z, space.z, moving, from, to, K, K, iFrom, iTo, true);
      kernels.addTransposedProduct(space.z, still, mixed, from, to, K, rest, iFrom, iTo, false);
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

  /**
   * Adds up a product of `height` rows and `width` columns over this class's rows: block after block, and of each a few
   * tiles of the product's rows, iFrom to iTo − 1, at a time.
   */
  private overBlocks(
    height: number,
    width: number,
    work: (from: number, to: number, iFrom: number, iTo: number) => void,
  ): Work {
    const { from, to } = this;
    const tiles = Math.min(Math.max(1, Math.ceil(height / TILE)), rowsPerSlice(BLOCK * TILE * width));
    const parts = Math.ceil(height / (TILE * tiles));
    return slices(parts * Math.ceil((to - from) / BLOCK), BLOCK * tiles * TILE * width, (first, end) => {
      for (let piece = first; piece < end; piece++) {
        const row = from + Math.floor(piece / parts) * BLOCK;
        const iFrom = (piece % parts) * tiles * TILE;
        work(row, Math.min(to, row + BLOCK), iFrom, Math.min(height, iFrom + tiles * TILE));
      }
    });
  }
}
