import { addTimes, transposedTimes } from '../linalg/matvec.ts';
import type { Space } from '../space/space.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** W Wᵀ or Wᵀ W from the rows of W written out, for few dimensions or where W is the state. */
export function rowsView(space: Space, dim: number): WeightView {
  let w: Float64Array = new Float64Array(0);
  return {
    *update() {
      w = yield* space.weights();
    },
    operator: (from, to) => rowsOperator(() => w, dim, from, to - from),
  };
}

function rowsOperator(weights: () => Float64Array, dim: number, from: number, count: number): ClassOperator {
  const left = count <= dim;
  const middle = new Float64Array(left ? dim : count);

  /** y ← Wᵀ x. */
  const timesTransposed = (x: Float64Array, y: Float64Array): void => {
    transposedTimes(weights(), from * dim, dim, count, dim, x, y);
  };

  /** y ← W x. */
  const times = (x: Float64Array, y: Float64Array): void => {
    y.fill(0, 0, count);
    addTimes(weights(), from * dim, dim, count, dim, x, y);
  };

  return {
    dimension: left ? count : dim,
    work: 2 * count * dim,
    squaredNorms(norms) {
      const w = weights();
      let total = 0;
      for (let r = from; r < from + count; r++) {
        let sum = 0;
        for (let c = r * dim; c < (r + 1) * dim; c++) sum += w[c]! * w[c]!;
        norms[r] = sum;
        total += sum;
      }
      return total;
    },
    apply(x, y) {
      if (left) {
        timesTransposed(x, middle);
        times(middle, y);
      } else {
        times(x, middle);
        timesTransposed(middle, y);
      }
    },
  };
}
