import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { DONE, type Work } from '../slices.ts';
import { MovedRowNorms } from './moved-row-norms.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** W Wᵀ = W(0)W(0)ᵀ + Z(0)Cᵀ + C Zᵀ without forming W (DESIGN §2, stable rank). `initial` is W(0)W(0)ᵀ, 2m×2m. */
export function* initialGramView(ground: Ground, problem: Problem, initial: Float64Array): Work<WeightView> {
  const { kernels, space, products } = ground;
  const { z0 } = products;
  const { neurons, featureCount: K } = problem;
  const norms = yield* MovedRowNorms.of(ground, problem);

  const operator = (from: number, to: number): ClassOperator => {
    const count = to - from;
    const through = kernels.allocate(K);
    return {
      of: 'rows',
      dimension: count,
      work: count * (count + 4 * K),
      apply(x, y) {
        kernels.movedGramTimes(initial, z0, space.c, space.z, from, count, neurons, K, x, y, through);
      },
    };
  };
  return {
    operator,
    toCoordinates: () => undefined,
    updateWork: 0,
    update: () => DONE,
    squaredNorms: (out) => norms.measure(out),
  };
}
