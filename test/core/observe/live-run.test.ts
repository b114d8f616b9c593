import { describe, expect, it } from 'vitest';
import { FlowPoints } from '../../../src/core/observe/flow-points.ts';
import { showRows, showSomeRows, type LiveRun } from '../../../src/core/observe/live-run.ts';
import { finish } from '../finish.ts';
import { excessOf, NEURONS, observed, SMALL } from './observed.ts';

describe('whoever looks on at a run', () => {
  it('has C and Z of some rows, or of all, of neurons that move by groups', () => {
    const grouped = observed({ space: 'grouped', regularizer: { kind: 'none' } });
    const ordinary = observed({ space: 'feature', regularizer: { kind: 'none' } });
    for (const { stepper } of [grouped, ordinary]) {
      for (let t = 0; t < 3; t++) {
        finish(stepper.evaluate());
        finish(stepper.advance(t));
      }
    }
    const liveOf = ({ stepper }: typeof grouped): LiveRun => ({ stepper }) as LiveRun;
    const { space } = grouped.stepper.ground;
    const expected = ordinary.stepper.ground.space;
    const K = space.c.length / NEURONS;
    const isCurrent = () =>
      Array.from({ length: NEURONS }, (_, r) =>
        [space.c, space.z].every((rows, at) => {
          const others = at === 0 ? expected.c : expected.z;
          return rows.subarray(r * K, (r + 1) * K).every((x, k) => Math.abs(x - others[r * K + k]!) < 1e-9);
        }),
      );
    expect(grouped.stepper.grouping!.isActive).toBe(true);
    expect(isCurrent()).toEqual([false, false, false, false, false, false]);
    showSomeRows(liveOf(grouped), [4, 1]);
    expect(isCurrent()).toEqual([false, true, false, false, true, false]);
    showRows(liveOf(grouped));
    expect(isCurrent()).toEqual([true, true, true, true, true, true]);
    // Of others there is nothing to do.
    showSomeRows(liveOf(ordinary), [0]);
    showRows(liveOf(ordinary));
    expect(isCurrent()).toEqual([true, true, true, true, true, true]);
  });

  it('has the time, the loss where it underflows, the excess and who slides of a flow’s points, and of no other run', () => {
    const { stepper, problem } = observed({ space: 'feature' });
    const sliding = new Uint8Array(3);
    const flow = { state: { sliding }, logTimes: Float64Array.of(-Infinity, 7) };
    const run = { experiment: SMALL, stepper, flow } as unknown as LiveRun;
    expect(() => new FlowPoints({ experiment: SMALL, stepper } as unknown as LiveRun)).toThrow(
      'the run is not by gradient flow',
    );
    finish(stepper.evaluate());
    stepper.objective.margins.set([2_000, 1_000, 3_000, 4_000, 5_000]);
    const point = finish(new FlowPoints(run).at(1));
    // The least margin decides: log(e^−1000/5).
    expect(point.logLoss).toBeCloseTo(-1_000 - Math.log(5), 9);
    expect(point.logTime).toBe(7);
    expect(point.sliding).toBe(sliding);
    expect(point.excess).toEqual(finish(excessOf(problem, stepper.ground).measure()));
  });
});
