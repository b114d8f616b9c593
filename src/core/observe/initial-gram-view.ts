import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { MovedRowNorms } from './moved-row-norms.ts';
import { stateItself, type ClassOperator, type WeightView } from './weight-view.ts';

/** W Wᵀ = W(0)W(0)ᵀ + Z(0)Cᵀ + C Zᵀ without forming W (DESIGN §2, stable rank). `initial` is W(0)W(0)ᵀ, 2m×2m. */
export function initialGramView(ground: Ground, problem: Problem, initial: Float64Array): WeightView {
  const { kernels, space, products } = ground;
  const { z0 } = products;
  const { neurons, featureCount: K } = problem;
  const norms = new MovedRowNorms(ground, problem);

  const operator = (from: number, to: number): ClassOperator => {
    const count = to - from;
    const throughC = kernels.allocate(K);
    const throughZ = kernels.allocate(K);
    return {
      dimension: count,
      work: count * (count + 4 * K),
      apply(x, y) {
        const { c, z } = space;
        kernels.transposedTimes(c, from * K, K, count, K, x, throughC);
        kernels.transposedTimes(z, from * K, K, count, K, x, throughZ);
        y.fill(0, 0, count);
        kernels.addSymmetricTimes(initial, from * neurons + from, neurons, count, x, y);
        kernels.addTimes(z0, from * K, K, count, K, throughC, y);
        kernels.addTimes(c, from * K, K, count, K, throughZ, y);
      },
    };
  };
  return {
    operator,
    update: stateItself,
    squaredNorms: (out) => norms.measure(out),
  };
}
