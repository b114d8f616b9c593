import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { Observer } from '../../../src/core/observe/observer.ts';
import { SCALARS } from '../../../src/core/observe/quantities.ts';
import { createSchedule } from '../../../src/core/observe/schedule.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

const DRAWS = new DrawMemo();
const EPOCHS = 119;
const STRIDE = 7;
const RELU = { kind: 'leaky-relu', gamma: 0 } as const;

interface Counted {
  readonly epoch: number;
  readonly flipsSoFar: number;
  readonly lastFlip: number;
}

/** What an observer records every STRIDE epochs. */
function recorded(experiment: Experiment): Counted[] {
  const rows: Counted[] = [];
  const at = (scalars: Float64Array, name: (typeof SCALARS)[number]) => scalars[SCALARS.indexOf(name)]!;
  const recorder = {
    epoch: (epoch: number, scalars: Float64Array) =>
      void rows.push({ epoch, flipsSoFar: at(scalars, 'flipsSoFar'), lastFlip: at(scalars, 'lastFlip') }),
    snapshot: () => undefined,
  };
  const problem = finish(createProblem(experiment, new Map(), DRAWS));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const schedule = createSchedule(experiment.epochs, stepper.full.n, problem.neurons, 1, []);
  const observer = finish(Observer.create(stepper, schedule));
  for (let t = 0; ;) {
    const loss = finish(stepper.evaluate());
    observer.follow(t);
    if (t % STRIDE === 0) finish(observer.observe(t, { loss, penalty: 0, gradientNorm: 0 }, recorder));
    if (t === experiment.epochs) return rows;
    t = finish(stepper.advance(t, STRIDE * (Math.floor(t / STRIDE) + 1)));
  }
}

/** The same by looking at every sign after every ordinary step. */
function plain(experiment: Experiment): Counted[] {
  const problem = finish(createProblem(experiment, new Map(), DRAWS));
  const stepper = finish(Stepper.create(problem, { ...experiment, space: 'feature' }, PLAIN));
  const rows: Counted[] = [];
  let before: boolean[] | null = null;
  let flipsSoFar = 0;
  let lastFlip = 0;
  for (let t = 0; t <= experiment.epochs; t++) {
    finish(stepper.evaluate());
    const signs = Array.from(stepper.objective.signed, (z) => z >= 0);
    const flips = before === null ? 0 : signs.filter((sign, k) => sign !== before![k]).length;
    flipsSoFar += flips;
    if (flips > 0) lastFlip = t;
    rows.push({ epoch: t, flipsSoFar, lastFlip });
    before = signs;
    if (t < experiment.epochs) finish(stepper.advance(t));
  }
  return rows;
}

describe('flips since the start and the last of them', () => {
  it.each([
    ['leaky ReLU, by groups once they are few', {}],
    ['leaky ReLU, by groups all along', { space: 'grouped' }],
    [
      'ReLU by groups all along, which goes on flipping',
      { space: 'grouped', activation: RELU, sigma0: 1e-3 },
    ],
    ['ReLU', { activation: RELU, sigma0: 1e-3 }],
    ['mini-batches', { method: { kind: 'sgd', eta: 0.1, batchSize: 3 } }],
    ['weights', { space: 'weight' }],
  ] satisfies [string, Partial<Experiment>][])('count every epoch, recorded or not: %s', (_name, change) => {
    const experiment: Experiment = {
      ...K_FIGURE_1,
      epochs: EPOCHS,
      testPoints: 0,
      ...change,
    };
    const all = plain(experiment);
    const rows = recorded(experiment);
    expect(rows).toHaveLength(1 + EPOCHS / STRIDE);
    expect(rows).toEqual(rows.map(({ epoch }) => all[epoch]));
    expect(rows.at(-1)!.flipsSoFar).toBeGreaterThan(0);
  });
});
