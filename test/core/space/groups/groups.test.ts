import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
function compare(experiment: Experiment): number {
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

const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 6, d: 40, meanSd: 0.1, noiseSd: 1 },
  m: 12,
  sigma0: 0.1,
  method: { kind: 'gradient-descent', eta: 0.2 },
  epochs: 40,
  testPoints: 5,
};

describe('groups of neurons that move alike', () => {
  it.each([
    ['a leak', {}],
    ['ReLU, whose signs go on flipping', { activation: { kind: 'leaky-relu', gamma: 0 } }],
    ['no kink at all', { activation: { kind: 'leaky-relu', gamma: 1 } }],
    ['the exponential loss', { loss: 'exponential', method: { kind: 'gradient-descent', eta: 0.05 } }],
    ['steps that overshoot', { method: { kind: 'gradient-descent', eta: 3 } }],
    [
      'orthogonal data',
      { data: { kind: 'orthogonal-basis', n: 8, d: 12, replacement: false }, sigma0: 0.05 },
    ],
    [
      'samples that repeat',
      { data: { kind: 'orthogonal-basis', n: 8, d: 6, replacement: true }, sigma0: 0.05 },
    ],
    [
      'two patches, one of them with both signs',
      { data: { kind: 'signal-noise', n: 6, d: 40, meanNorm: 2, noiseSd: 0.3 }, sigma0: 0.02 },
    ],
    ['a penalty that is switched off', { regularizer: { kind: 'pegr', lambda: 0.01, until: 12 } }],
    ['one neuron a class', { m: 1 }],
  ] satisfies [string, Partial<Experiment>][])(
    'give every number of every neuron as the ordinary step does, epoch by epoch: %s',
    (_name, change) => {
      compare({ ...SMALL, ...change });
    },
  );

  it('follow random problems in which many neurons flip: patterns equal, numbers to 1e-9', () => {
    let flips = 0;
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1e6),
          m: fc.integer({ min: 1, max: 20 }),
          n: fc.integer({ min: 2, max: 9 }),
          d: fc.integer({ min: 3, max: 60 }),
          gamma: fc.constantFrom(0, 0.05, 0.1, 0.5, 1),
          sigma0: fc.constantFrom(1e-4, 0.01, 0.1, 0.5),
          eta: fc.constantFrom(0.02, 0.1, 0.5),
        }),
        ({ seed, m, n, d, gamma, sigma0, eta }) => {
          flips += compare({
            ...SMALL,
            data: { kind: 'gaussian-mixture', n, d, meanSd: 0.2, noiseSd: 1 },
            activation: { kind: 'leaky-relu', gamma },
            method: { kind: 'gradient-descent', eta },
            m,
            seed,
            sigma0,
            epochs: 30,
          });
        },
      ),
      { numRuns: 40, seed: 5 },
    );
    expect(flips).toBeGreaterThan(1_000);
  });
});
