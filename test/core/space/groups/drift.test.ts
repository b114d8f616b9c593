import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { Stepper } from '../../../../src/core/method/stepper.ts';
import { createProblem } from '../../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { finish } from '../../finish.ts';

const EPOCHS = 1_000_000;
const ETA = 0.1;
const GAMMA = 0.5;

describe('a million steps by groups', () => {
  it('do not drift: C is the sum of all steps, and Z is Z(0) + C G', () => {
    const experiment: Experiment = {
      ...K_FIGURE_1,
      data: { kind: 'gaussian-mixture', n: 4, d: 40, meanSd: 0.01, noiseSd: 1 },
      activation: { kind: 'leaky-relu', gamma: GAMMA },
      method: { kind: 'gradient-descent', eta: ETA },
      m: 4,
      space: 'grouped',
      testPoints: 0,
      epochs: EPOCHS,
    };
    const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
    const stepper = finish(Stepper.create(problem, experiment, PLAIN));
    const { groups } = stepper.grouping!;
    const { y } = problem.samples;
    const K = y.length;
    // −η Σ d of neuron 0, and what each addition lost (Knuth's two-sum).
    const sum = new Float64Array(K);
    const lost = new Float64Array(K);
    for (let t = 0; t < EPOCHS; t++) {
      finish(stepper.evaluate());
      finish(stepper.advance(t));
      // The pattern is that after the step, the same as before it but at a few of the first epochs.
      const from = groups.members.groupOf[0]! * K;
      for (let k = 0; k < K && t >= 100; k++) {
        const slope = groups.table.fires[from + k] === 1 ? 1 : GAMMA;
        const part = ((-ETA * slope) / experiment.m / K) * y[k]! * stepper.objective.lossSlopes[k]!;
        const after = sum[k]! + part;
        const taken = after - sum[k]!;
        lost[k] = lost[k]! + (sum[k]! - (after - taken) + (part - taken));
        sum[k] = after;
      }
      if (t === 99) {
        finish(groups.show());
        sum.set(stepper.ground.space.c.subarray(0, K));
      }
    }
    finish(groups.show());
    const { c, z } = stepper.ground.space;
    const largest = Math.max(...c.map(Math.abs));
    for (let k = 0; k < K; k++) {
      expect(Math.abs(c[k]! - (sum[k]! + lost[k]!)) / largest).toBeLessThan(1e-15);
    }
    const { gram, z0 } = stepper.ground.products;
    const most = Math.max(...z.map(Math.abs));
    for (let at = 0; at < z.length; at++) {
      const [r, k] = [Math.floor(at / K), at % K];
      let expected = z0[at]!;
      for (let i = 0; i < K; i++) expected += c[r * K + i]! * gram[i * K + k]!;
      expect(Math.abs(z[at]! - expected) / most).toBeLessThan(1e-14);
    }
  });
});
