import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../../src/core/method/stepper.ts';
import { GroupTestError } from '../../../../src/core/observe/groups/group-test-error.ts';
import { TestError } from '../../../../src/core/observe/test-error.ts';
import { createProblem } from '../../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { finish } from '../../finish.ts';

/** Test errors by groups and by rows at every epoch; those by groups are null where rows were to be measured. */
function errors(change: Partial<Experiment>) {
  const experiment: Experiment = { ...K_FIGURE_1, m: 20, testPoints: 120, ...change };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const stepper = finish(Stepper.create(problem, experiment, PLAIN));
  const { ground, objective, grouping } = stepper;
  const ofGroups = new GroupTestError(grouping!.groups, problem, ground);
  const ofRows = new TestError(problem.samples, ground, objective.activation, objective.a);
  const found: { groups: number | null; rows: number; live: number }[] = [];
  for (let t = 0; t < experiment.epochs; t++) {
    finish(stepper.evaluate());
    finish(stepper.advance(t));
    if (!grouping!.isActive) continue;
    const groups = finish(ofGroups.measure());
    finish(grouping!.groups.show());
    found.push({ groups, rows: finish(ofRows.measure()), live: grouping!.groups.live });
  }
  return found;
}

describe('the test error by groups', () => {
  it.each([
    ['a leak that freezes', { activation: { kind: 'leaky-relu', gamma: 0.5 }, sigma0: 1e-3, epochs: 200 }],
    [
      'neurons that go on changing groups',
      { activation: { kind: 'leaky-relu', gamma: 0.1 }, sigma0: 1e-2, m: 6, epochs: 150, space: 'grouped' },
    ],
    [
      'points of two patches',
      {
        data: { kind: 'signal-noise', n: 6, d: 40, meanNorm: 0.5, noiseSd: 0.3 },
        activation: { kind: 'leaky-relu', gamma: 0.5 },
        sigma0: 1e-3,
        epochs: 250,
      },
    ],
  ] satisfies [string, Partial<Experiment>][])(
    'is that by rows at every epoch, without reading them for most: %s',
    (_name, change) => {
      const found = errors(change);
      const known = found.filter(({ groups }) => groups !== null);
      expect(known.length).toBeGreaterThan(found.length / 2);
      expect(known.map(({ groups }) => groups)).toEqual(known.map(({ rows }) => rows));
      expect(new Set(found.map(({ rows }) => rows)).size).toBeGreaterThan(1);
    },
  );

  it('is left to the rows where there are too many groups to pay', () => {
    const found = errors({
      activation: { kind: 'leaky-relu', gamma: 0 },
      sigma0: 0.1,
      epochs: 5,
      space: 'grouped',
    });
    expect(Math.min(...found.map(({ live }) => live))).toBeGreaterThan(16);
    expect(found.every(({ groups }) => groups === null)).toBe(true);
  });
});
