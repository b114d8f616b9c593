import { addTimes, transposedTimes } from '../linalg/matvec.ts';
import type { Space } from '../space/space.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/**
 * W Wᵀ = W(0)W(0)ᵀ + Z(0)Cᵀ + C Zᵀ without forming W (DESIGN §2, stable rank).
 *
 * @param z0 Z(0), 2m×K
 * @param initial W(0)W(0)ᵀ, 2m×2m
 */
export function initialGramView(
  space: Space,
  z0: Float64Array,
  initial: Float64Array,
  neurons: number,
): WeightView {
  const K = z0.length / neurons;
  return {
    *update() {
      // Reads the state of the space directly.
    },
    operator: (from, to) => initialGramOperator(space, z0, initial, neurons, K, from, to),
  };
}

function initialGramOperator(
  { c, z }: Space,
  z0: Float64Array,
  initial: Float64Array,
  neurons: number,
  K: number,
  from: number,
  to: number,
): ClassOperator {
  const count = to - from;
  const throughC = new Float64Array(K);
  const throughZ = new Float64Array(K);
  return {
    dimension: count,
    work: count * (count + 4 * K),
    squaredNorms(norms) {
      let total = 0;
      for (let r = 0; r < count; r++) {
        let sum = initial[(from + r) * (neurons + 1)]!;
        const row = (from + r) * K;
        for (let k = 0; k < K; k++) sum += c[row + k]! * (z0[row + k]! + z[row + k]!);
        // Rounding can leave a vanishing row a little below zero.
        const norm = sum < 0 ? 0 : sum;
        norms[from + r] = norm;
        total += norm;
      }
      return total;
    },
    apply(x, y) {
      transposedTimes(c, from * K, K, count, K, x, throughC);
      transposedTimes(z, from * K, K, count, K, x, throughZ);
      y.fill(0, 0, count);
      addTimes(initial, from * neurons + from, neurons, count, count, x, y);
      addTimes(z0, from * K, K, count, K, throughC, y);
      addTimes(c, from * K, K, count, K, throughZ, y);
    },
  };
}
