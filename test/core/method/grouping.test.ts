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
