import type { Problem } from '../problem/problem.ts';
import { slices, type Work } from '../slices.ts';
import type { Ground } from '../space/create.ts';

/** ‖w_r‖² = ‖w_r(0)‖² + Σ_k c_rk (z0_rk + z_rk), as ‖w + cU‖² = ‖w‖² + cᵀ(2z + Gc) and z + Gc is the pre-activation. */
export class MovedRowNorms {
  private constructor(
    private readonly ground: Ground,
    private readonly problem: Problem,
    private readonly initial: Float64Array,
  ) {}

  static *of(ground: Ground, problem: Problem): Work<MovedRowNorms> {
    const initial = ground.kernels.allocate(problem.neurons);
    yield* initialSquares(problem, initial);
    return new MovedRowNorms(ground, problem, initial);
  }

  /** norms[r] ← ‖w_r‖², 2m entries. */
  measure(norms: Float64Array): void {
    const { kernels, space, products } = this.ground;
    const { neurons, featureCount } = this.problem;
    kernels.neuronNorms(this.initial, space.c, products.z0, space.z, neurons, featureCount, norms);
  }
}

/** out[r] ← ‖w_r(0)‖², 2m entries. */
export function initialSquares({ draw, samples, initialScale, neurons }: Problem, out: Float64Array): Work {
  const { dim } = samples;
  return slices(neurons, dim, (from, to) => {
    for (let r = from; r < to; r++) {
      let sum = 0;
      for (let c = r * dim; c < (r + 1) * dim; c++) sum += draw.initialRows[c]! * draw.initialRows[c]!;
      out[r] = initialScale * initialScale * sum;
    }
  });
}
