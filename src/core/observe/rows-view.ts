import { matrixCopy, scaledCopy } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { WeightSpace } from '../space/weight-space.ts';
import { DONE, type Work } from '../slices.ts';
import { MovedRowNorms } from './moved-row-norms.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** W x and Wᵀ y for some rows of W, without squares. */
interface Factor {
  /** Multiply–adds of either. */
  readonly work: number;
  /** y ← W x. */
  times(x: Float64Array, y: Float64Array): void;
  /** x ← Wᵀ y. */
  transposedTimes(y: Float64Array, x: Float64Array): void;
}

/** W Wᵀ or Wᵀ W from the rows of W, for few dimensions or where W is the state. */
export function* rowsView(ground: Ground, problem: Problem): Work<WeightView> {
  const { kernels, space } = ground;
  const { dim } = problem.samples;
  if (space instanceof WeightSpace) {
    const { w } = space;
    return {
      operator: (from, to) =>
        squareOf(plainFactor(kernels, w, dim, from, to - from), kernels, dim, to - from),
      toCoordinates: () => undefined,
      updateWork: 0,
      update: () => DONE,
      squaredNorms(norms) {
        for (let r = 0; r < norms.length; r++) {
          const row = w.subarray(r * dim, (r + 1) * dim);
          norms[r] = kernels.dot(row, row, dim);
        }
      },
    };
  }
  return yield* movedRowsView(ground, problem);
}

/** W = W(0) + C U as it stands: no row of W is written out. */
function* movedRowsView(ground: Ground, problem: Problem): Work<WeightView> {
  const { kernels, space } = ground;
  const { samples, draw, initialScale, featureCount: K } = problem;
  const { dim } = samples;
  const w0 = yield* scaledCopy(kernels, draw.initialRows, initialScale);
  const u = yield* matrixCopy(kernels, samples.features);
  const norms = yield* MovedRowNorms.of(ground, problem);
  const factor = (from: number, count: number): Factor => {
    const initial = plainFactor(kernels, w0, dim, from, count);
    const through = kernels.allocate(K);
    const back = kernels.allocate(dim);
    return {
      work: count * (dim + K) + K * dim,
      times(x, y) {
        initial.times(x, y);
        through.fill(0);
        kernels.addTimes(u, 0, dim, K, dim, x, through);
        kernels.addTimes(space.c, from * K, K, count, K, through, y);
      },
      transposedTimes(y, x) {
        initial.transposedTimes(y, x);
        kernels.transposedTimes(space.c, from * K, K, count, K, y, through);
        kernels.transposedTimes(u, 0, dim, K, dim, through, back);
        kernels.addScaled(1, back, x, dim);
      },
    };
  };
  return {
    operator: (from, to) => squareOf(factor(from, to - from), kernels, dim, to - from),
    toCoordinates: () => undefined,
    updateWork: 0,
    update: () => DONE,
    squaredNorms: (out) => norms.measure(out),
  };
}

/** Rows of a matrix that is written out. */
function plainFactor(kernels: Kernels, w: Float64Array, dim: number, from: number, count: number): Factor {
  return {
    work: count * dim,
    times(x, y) {
      y.fill(0, 0, count);
      kernels.addTimes(w, from * dim, dim, count, dim, x, y);
    },
    transposedTimes: (y, x) => kernels.transposedTimes(w, from * dim, dim, count, dim, y, x),
  };
}

function squareOf(factor: Factor, kernels: Kernels, dim: number, count: number): ClassOperator {
  const left = count <= dim;
  const middle = kernels.allocate(left ? dim : count);
  return {
    of: left ? 'rows' : 'columns',
    dimension: left ? count : dim,
    work: 2 * factor.work,
    apply(x, y) {
      if (left) {
        factor.transposedTimes(x, middle);
        factor.times(middle, y);
      } else {
        factor.times(x, middle);
        factor.transposedTimes(middle, y);
      }
    },
  };
}
