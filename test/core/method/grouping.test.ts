import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

const DRAWS = new DrawMemo();

/** The grouping of a run of 200 epochs, gone through in the given strides. */
function after(change: Partial<Experiment>, stride = 1) {
  const experiment: Experiment = { ...K_FIGURE_1, epochs: 200, testPoints: 0, ...change };
  const problem = finish(createProblem(experiment, new Map(), DRAWS));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  for (let t = 0; t < experiment.epochs;) {
    finish(stepper.evaluate());
    t = finish(stepper.advance(t, Math.min(experiment.epochs, t + stride)));
  }
  const loss = finish(stepper.evaluate());
  return { grouping: stepper.grouping, loss };
}

const leak = (gamma: number) => ({ kind: 'leaky-relu', gamma }) as const;

describe('neurons move by groups', () => {
  it.each([0.25, 0.5, 1])('at K’s Figure 4 with γ = %d from early on, one group a class', (gamma) => {
    const { grouping } = after({ activation: leak(gamma) });
    expect(grouping!.entered).toHaveLength(1);
    expect(grouping!.entered[0]).toBeLessThan(8);
    expect(grouping!.left).toEqual([]);
    expect(grouping!.groups.live).toBe(2);
  });

  it('not where ReLU goes on flipping', () => {
    expect(after({ activation: leak(0), sigma0: 1e-3 }).grouping!.entered).toEqual([]);
  });

  it.each([
    ['φ is smooth', { activation: { kind: 'smooth-leaky-relu', gamma: 0.5 } }],
    ['steps are of mini-batches', { method: { kind: 'sgd', eta: 0.1, batchSize: 5 } }],
    ['the loss is penalised to the end', { regularizer: { kind: 'fgr', lambda: 0.01 } }],
    ['another space is asked for', { space: 'feature' }],
  ] satisfies [string, Partial<Experiment>][])('not where %s', (_name, change) => {
    expect(after({ activation: leak(0.5), epochs: 2, ...change }).grouping).toBeNull();
  });

  it('from the epoch on at which the penalty is switched off', () => {
    const { grouping } = after({
      activation: leak(0.5),
      regularizer: { kind: 'pegr', lambda: 1e-4, until: 20 },
      epochs: 60,
    });
    expect(grouping!.entered).toEqual([20]);
  });

  it('to the same bits whether it stops at every epoch or not', () => {
    expect(after({ activation: leak(0.5) }, 17).loss).toBe(after({ activation: leak(0.5) }).loss);
  });
});

/** Neurons of the other class that flip for long. */
const LEAVING: Partial<Experiment> = {
  data: { kind: 'gaussian-mixture', n: 10, d: 40, meanSd: 0.1, noiseSd: 1 },
  m: 8,
  activation: leak(0.25),
  method: { kind: 'gradient-descent', eta: 1 },
  sigma0: 1e-3,
  epochs: 400,
};
const ETA_3 = { kind: 'gradient-descent', eta: 3 } as const;

describe('groups take over and give up', () => {
  // What decides is counted in operations: the bits of recordings depend on these epochs.
  it.each([
    [{ seed: 3 }, [7], [], 239, 400],
    [{ seed: 4 }, [1, 72, 311], [40, 247], 739, 400],
    [{ seed: 2, method: ETA_3 }, [3, 80, 159, 299], [47, 95, 170, 305], 161, 305],
    [{ seed: 2, m: 40, method: ETA_3 }, [63], [65], 119, 65],
    [{ seed: 5, m: 100, method: { kind: 'gradient-descent', eta: 2 } }, [3], [], 8, 308],
    [{ seed: 5 }, [], [], 0, 0],
  ] satisfies [Partial<Experiment>, number[], number[], number, number][])(
    'at the epochs at which they always have: %o',
    (change, entered, left, flips, lastFlip) => {
      const { grouping } = after({ ...LEAVING, ...change });
      expect(grouping!.entered).toEqual(entered);
      expect(grouping!.left).toEqual(left);
      expect(grouping!.flipsSoFar).toBe(flips);
      expect(grouping!.lastFlip).toBe(lastFlip);
    },
  );

  it.each([{ seed: 3 }, { seed: 4 }, { seed: 2, method: ETA_3 }])(
    'at the same, to the same bits, whether they stop at every epoch or not: %o',
    (change) => {
      const [all, few] = [1, 50].map((stride) => after({ ...LEAVING, ...change }, stride)) as [
        ReturnType<typeof after>,
        ReturnType<typeof after>,
      ];
      expect(few.loss).toBe(all.loss);
      for (const what of ['entered', 'left', 'flipsSoFar', 'lastFlip'] as const) {
        expect(few.grouping![what]).toEqual(all.grouping![what]);
      }
    },
  );

  it('staying away for 32 epochs, then 64, then 128', () => {
    const { entered, left } = after({ ...LEAVING, seed: 2, method: ETA_3 }).grouping!;
    entered.slice(1).forEach((epoch, k) => expect(epoch - left[k]!).toBeGreaterThanOrEqual(32 * 2 ** k));
  });

  it('and tell whoever watches of each flip, at its epoch', () => {
    const told: number[] = [];
    const experiment: Experiment = { ...K_FIGURE_1, ...LEAVING, testPoints: 0, seed: 3, epochs: 400 };
    const problem = finish(createProblem(experiment, new Map(), DRAWS));
    const stepper = finish(Stepper.create(problem, experiment, PLAIN));
    const grouping = stepper.grouping!;
    grouping.watch({ flipped: (t) => told.push(t) });
    let seen = 0;
    for (let t = 0; t < 400;) {
      finish(stepper.evaluate());
      t = finish(stepper.advance(t));
      expect(told.slice(seen).every((epoch) => epoch === t)).toBe(true);
      seen = told.length;
    }
    expect(told.length).toBe(grouping.flipsSoFar);
    expect(told.length).toBeGreaterThan(20);
  });
});

describe('all neurons by groups, however many these are', () => {
  it('stay so where signs go on flipping', () => {
    const { grouping } = after({
      ...LEAVING,
      activation: leak(0),
      m: 6,
      sigma0: 0.1,
      space: 'grouped',
      epochs: 60,
    });
    expect(grouping!.entered).toEqual([0]);
    expect(grouping!.left).toEqual([]);
    expect(grouping!.groups.live).toBeGreaterThan(8);
  });
});

describe('what is measured of neurons that move by groups', () => {
  it('is what is measured of rows: the loss, the length of its gradient and a penalty that was switched off', () => {
    const experiment: Experiment = {
      ...K_FIGURE_1,
      ...LEAVING,
      testPoints: 0,
      seed: 4,
      regularizer: { kind: 'pegr', lambda: 1e-4, until: 5 },
    };
    const problem = finish(createProblem(experiment, new Map(), DRAWS));
    const [groups, rows] = (['auto', 'feature'] as const).map((space) =>
      finish(Stepper.create(problem, { ...experiment, space }, PLAIN)),
    ) as [Stepper, Stepper];
    let active = 0;
    for (let t = 0; t < 120; t++) {
      const measure = (stepper: Stepper) => [
        finish(stepper.evaluate()),
        finish(stepper.gradientNorm()),
        finish(stepper.penalty()),
      ];
      const expected = measure(rows);
      // Rounding of some hundred steps.
      measure(groups).forEach((value, k) => expect(Math.abs(value / expected[k]! - 1)).toBeLessThan(1e-9));
      if (groups.grouping!.isActive) active++;
      for (const stepper of [groups, rows]) finish(stepper.advance(t));
    }
    expect(active).toBeGreaterThan(60);
    expect(groups.grouping!.flipsSoFar).toBeGreaterThan(0);
  });
});

describe('whether groups pay', () => {
  /** What is counted, in multiply–adds. */
  interface Counts {
    epochs: number;
    spent: number;
    readonly ordinary: number;
    pays(): boolean;
  }
  const countsOf = (change: Partial<Experiment>) =>
    after({ activation: leak(0.5), ...change }).grouping as unknown as Counts;

  it('is weighed every 16 epochs, and before that with 16 ordinary steps of credit', () => {
    const counts = countsOf({});
    // 200 neurons of 10² for the product and 10 an entry; by groups 660, as below.
    expect(counts.ordinary).toBe(200 * (100 + 100));
    const saved = (epochs: number) => epochs * (40_000 - 660);
    const weigh = (epochs: number, spent: number) => {
      Object.assign(counts, { epochs, spent });
      return [counts.pays(), counts.epochs, counts.spent];
    };
    expect(weigh(16, saved(16) - 1)).toEqual([true, 0, 0]);
    expect(weigh(16, saved(16))).toEqual([false, 0, 0]);
    expect(weigh(17, saved(17))).toEqual([false, 0, 0]);
    const credit = saved(15) + 16 * 40_000;
    expect(weigh(15, credit - 1)).toEqual([true, 15, credit - 1]);
    expect(weigh(15, credit)).toEqual([false, 15, credit]);
  });

  it('is less likely on orthogonal data, whose ordinary steps are cheap, and more with more patches', () => {
    const orthogonal = { kind: 'orthogonal-basis', n: 8, d: 12, replacement: false } as const;
    expect(countsOf({ data: orthogonal, m: 10, epochs: 1 }).ordinary).toBe(20 * (8 + 80));
    const patches = { kind: 'signal-noise', n: 6, d: 40, meanNorm: 2, noiseSd: 0.3 } as const;
    expect(countsOf({ data: patches, m: 10, epochs: 1 }).ordinary).toBe(20 * (49 + 120));
  });
});

describe('a slice of steps by groups', () => {
  /** A long run that moves by groups, at epoch t, evaluated. */
  function grouped(change: Partial<Experiment>) {
    const experiment = { ...K_FIGURE_1, activation: leak(0.5), testPoints: 0, epochs: 100_000, ...change };
    const problem = finish(createProblem(experiment, new Map(), DRAWS));
    const stepper = finish(Stepper.create(problem, experiment, PLAIN));
    let t = 0;
    while (stepper.grouping?.isActive !== true || t < 100) {
      finish(stepper.evaluate());
      t = finish(stepper.advance(t));
    }
    finish(stepper.evaluate());
    return { stepper, t };
  }

  it('is as many epochs as a million multiply–adds are worth', () => {
    const { stepper, t } = grouped({});
    // Two groups of 10² for the product and 8 for each of ten sites, and 30 for each of ten samples: 660 an epoch.
    expect(finish(stepper.advance(t, 100_000)) - t).toBe(Math.floor(1e6 / 660));
    finish(stepper.evaluate());
    expect(finish(stepper.advance(t, t + 5))).toBe(t + 5);
  });

  it('has more of them on orthogonal data', () => {
    const { stepper, t } = grouped({ data: { kind: 'orthogonal-basis', n: 10, d: 12, replacement: false } });
    const { live } = stepper.grouping!.groups;
    expect(finish(stepper.advance(t, 100_000)) - t).toBe(Math.floor(1e6 / (90 * live + 300)));
  });
});
