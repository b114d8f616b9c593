import type { DataSpec } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { createSpace } from '../../../src/core/space/create.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

/** M’s patches with μ = (2, 0), ξ_1 = (0, 3), ξ_2 = (0, 1): the features are μ, ξ_1, ξ_2. */
const DATA: DataSpec = {
  kind: 'explicit-patches',
  n: 2,
  d: 2,
  mu: Float64Array.of(2, 0),
  xi: Float64Array.of(0, 3, 0, 1),
  y: Float64Array.of(1, -1),
  w0: Float64Array.of(1, 1, -2, 1, 1, -1, 0, 3),
};

/** Two neurons a class whose coefficients C_rk are 10r + k + 1. */
export function smallPatches() {
  const experiment = { ...K_FIGURE_1, data: DATA, m: 2, testPoints: 0, space: 'feature' } as const;
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const ground = finish(createSpace(problem, experiment, PLAIN, 2));
  for (let r = 0; r < 4; r++) for (let k = 0; k < 3; k++) ground.space.c[3 * r + k] = 10 * r + k + 1;
  return { problem, ground };
}
