import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';

/** ‖w_r‖² = ‖w_r(0)‖² + Σ_k c_rk (z0_rk + z_rk), as ‖w + cU‖² = ‖w‖² + cᵀ(2z + Gc) and z + Gc is the pre-activation. */
export class MovedRowNorms {
  private readonly initial: Float64Array;

  constructor(
    private readonly ground: Ground,
    private readonly problem: Problem,
  ) {
    const { draw, samples, initialScale, neurons } = problem;
    const { dim } = samples;
    this.initial = ground.kernels.allocate(neurons);
    for (let r = 0; r < neurons; r++) {
      let sum = 0;
      for (let c = r * dim; c < (r + 1) * dim; c++) sum += draw.initialRows[c]! * draw.initialRows[c]!;
      this.initial[r] = initialScale * initialScale * sum;
    }
  }

  /** norms[r] ← ‖w_r‖², 2m entries. */
  measure(norms: Float64Array): void {
    const { kernels, space, products } = this.ground;
    const { neurons, featureCount } = this.problem;
    kernels.neuronNorms(this.initial, space.c, products.z0, space.z, neurons, featureCount, norms);
  }
}
