import type { Experiment } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { Excess } from '../../../src/core/observe/excess.ts';
import { Observer } from '../../../src/core/observe/observer.ts';
import { createSchedule } from '../../../src/core/observe/schedule.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import type { Problem } from '../../../src/core/problem/problem.ts';
import type { Ground } from '../../../src/core/space/create.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

export const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'signal-noise', n: 5, d: 12, meanNorm: 1.5, noiseSd: 0.5 },
  activation: { kind: 'leaky-relu', gamma: 0.2 },
  m: 3,
  sigma0: 0.2,
  method: { kind: 'gradient-descent', eta: 0.5 },
  regularizer: { kind: 'pegr', lambda: 0.01 },
  epochs: 6,
  testPoints: 40,
};
export const NEURONS = 2 * SMALL.m;

export function observed(change: Partial<Experiment>, record?: readonly number[]) {
  const experiment = { ...SMALL, ...change };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const schedule = createSchedule(experiment.epochs, stepper.full.n, problem.neurons, 1, record);
  const observer = finish(Observer.create(stepper, schedule));
  return { problem, stepper, observer };
}

export const excessOf = (problem: Problem, { space, kernels }: Ground) => new Excess(problem, space, kernels);

/** W = W(0) + CU, row by row. */
export function rowsOf({ problem, ground }: Stepper): number[][] {
  const { samples, draw, initialScale, featureCount: K } = problem;
  const { dim, features } = samples;
  return Array.from({ length: NEURONS }, (_, r) =>
    Array.from({ length: dim }, (_unused, j) => {
      let sum = initialScale * draw.initialRows[r * dim + j]!;
      for (let k = 0; k < K; k++) sum += ground.space.c[r * K + k]! * features[k * dim + j]!;
      return sum;
    }),
  );
}

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, j) => sum + x * b[j]!, 0);

/** Squared singular values, descending. */
export const squaresOf = (rows: readonly (readonly number[])[]) => [
  ...symmetricEigenvalues(Float64Array.from(rows.flatMap((a) => rows.map((b) => dot(a, b)))), rows.length),
];

export const stableRank = (rows: readonly (readonly number[])[]) => {
  const squares = squaresOf(rows);
  return squares.reduce((sum, s) => sum + s, 0) / squares[0]!;
};
