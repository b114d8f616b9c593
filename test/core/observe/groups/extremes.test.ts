import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../../src/core/method/stepper.ts';
import { GroupNorms } from '../../../../src/core/observe/groups/group-norms.ts';
import { createProblem } from '../../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../../src/core/problem/draw-memo.ts';
import type { Groups } from '../../../../src/core/space/groups/groups.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { finish } from '../../finish.ts';

/** Makes every read of a still row count. @returns reads since it was last called */
function countReads(groups: Groups): () => number {
  let reads = 0;
  const rows = groups.stillZ;
  groups.stillZ = new Proxy(rows, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  return () => {
    const count = reads;
    reads = 0;
    return count;
  };
}

describe('the least and the largest neuron norm of groups', () => {
  it('are those of all rows at every epoch, most neurons not being looked at', () => {
    const experiment: Experiment = {
      ...K_FIGURE_1,
      activation: { kind: 'leaky-relu', gamma: 0.5 },
      testPoints: 0,
      epochs: 300,
    };
    const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
    const stepper = finish(Stepper.create(problem, experiment, PLAIN));
    const { groups } = stepper.grouping!;
    const norms = finish(GroupNorms.of(groups, stepper.ground, problem));
    const { z0 } = stepper.ground.products;
    const { initialRows } = problem.draw;
    const { dim } = problem.samples;
    const initial = Array.from({ length: groups.neurons }, (_, r) =>
      initialRows
        .subarray(r * dim, (r + 1) * dim)
        .reduce((sum, x) => sum + (problem.initialScale * x) ** 2, 0),
    );
    let reads: (() => number) | null = null;
    let looks = 0;
    for (let t = 0; t < experiment.epochs; t++) {
      finish(stepper.evaluate());
      finish(stepper.advance(t));
      if (!groups.isActive) continue;
      reads ??= countReads(groups);
      if (t < 100) {
        finish(norms.measure());
        continue;
      }
      reads();
      const { least, most } = finish(norms.measure());
      // Half of the rows, of either class, would be the least a look takes.
      if (reads() > (groups.neurons / 2) * groups.K) looks++;
      finish(groups.show());
      const { c, z } = stepper.ground.space;
      const squares = initial.map((square, r) => {
        let sum = square;
        for (let k = r * groups.K; k < (r + 1) * groups.K; k++) sum += c[k]! * (z0[k]! + z[k]!);
        return sum;
      });
      expect(Math.abs(least / Math.min(...squares) - 1)).toBeLessThan(1e-10);
      expect(Math.abs(most / Math.max(...squares) - 1)).toBeLessThan(1e-10);
    }
    expect(looks).toBeLessThan(20);
    expect(groups.live).toBe(2);
  });
});
