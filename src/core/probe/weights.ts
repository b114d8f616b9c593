import type { LiveRun } from '../observe/live-run.ts';

/** W = W(0) + C U as it stands: 2m×dim, row-major, in the coordinates that the problem is held in. */
export function weightsOf({ stepper: { problem, ground } }: LiveRun, out: Float64Array): void {
  const { samples, draw, initialScale, neurons, featureCount: K } = problem;
  const { features, dim } = samples;
  const { c } = ground.space;
  for (let k = 0; k < out.length; k++) out[k] = initialScale * draw.initialRows[k]!;
  for (let r = 0; r < neurons; r++) {
    for (let k = 0; k < K; k++) {
      const share = c[r * K + k]!;
      if (share === 0) continue;
      for (let x = 0; x < dim; x++) out[r * dim + x] = out[r * dim + x]! + share * features[k * dim + x]!;
    }
  }
}
