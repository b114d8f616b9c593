import { expect } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../../src/core/method/stepper.ts';
import { Observer } from '../../../../src/core/observe/observer.ts';
import { SCALARS } from '../../../../src/core/observe/quantities.ts';
import { createSchedule } from '../../../../src/core/observe/schedule.ts';
import { createProblem } from '../../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { finish } from '../../finish.ts';

/** A run that is gone through epoch by epoch, with all that is measured of one. */
function walk(experiment: Experiment) {
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const observer = finish(
    Observer.create(stepper, createSchedule(experiment.epochs, stepper.full.n, problem.neurons)),
  );
  let scalars: readonly number[] = [];
  let margins: readonly number[] = [];
  const recorder = {
    epoch: (_t: number, values: Float64Array, q: Float64Array) => {
      scalars = [...values];
      margins = [...q];
    },
    snapshot: () => undefined,
  };
  return {
    stepper,
    look(t: number) {
      const loss = finish(stepper.evaluate());
      observer.follow(t);
      const penalty = finish(stepper.penalty());
      const gradientNorm = finish(stepper.gradientNorm());
      finish(observer.observe(t, { loss, penalty, gradientNorm }, recorder));
      finish(stepper.grouping?.groups.show() ?? finished());
      const { c, z } = stepper.ground.space;
      return { scalars, margins, c: [...c], z: [...z] };
    },
    step: (t: number) => finish(stepper.advance(t)),
  };
}

function* finished() {
  // Nothing to do.
}

/** Rounding only: both ways round sums of a few hundred products for some tens of epochs. */
const isClose = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-11;

/** How often a sign of Z changed from an epoch to the next, after comparing everything at each. */
export function compare(experiment: Experiment): number {
  const ordinary = walk({ ...experiment, space: 'feature' });
  const grouped = walk({ ...experiment, space: 'grouped' });
  let flips = 0;
  let signs: readonly boolean[] = [];
  for (let t = 0; t <= experiment.epochs; t++) {
    const expected = ordinary.look(t);
    const actual = grouped.look(t);
    const before = signs;
    signs = expected.z.map((z) => z >= 0);
    expect(
      signs.every((sign, k) => sign === actual.z[k]! >= 0),
      `pattern at ${t}`,
    ).toBe(true);
    flips += t === 0 ? 0 : signs.filter((sign, k) => sign !== before[k]).length;
    const far: string[] = [];
    for (const what of ['z', 'c', 'margins', 'scalars'] as const) {
      expected[what].forEach((value, k) => {
        if (isClose(actual[what][k]!, value)) return;
        far.push(`${what === 'scalars' ? SCALARS[k]! : `${what} ${k}`}: ${actual[what][k]} not ${value}`);
      });
    }
    expect(far, `epoch ${t}`).toEqual([]);
    if (t === experiment.epochs) break;
    ordinary.step(t);
    grouped.step(t);
    if (t > (experiment.regularizer.kind === 'none' ? 0 : (experiment.regularizer.until ?? Infinity))) {
      expect(grouped.stepper.grouping!.isActive).toBe(true);
    }
  }
  return flips;
}

export const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 6, d: 40, meanSd: 0.1, noiseSd: 1 },
  m: 12,
  sigma0: 0.1,
  method: { kind: 'gradient-descent', eta: 0.2 },
  epochs: 40,
  testPoints: 5,
};
