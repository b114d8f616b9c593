import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { createFlow } from '../../../../src/core/method/flow/create.ts';
import { warpedTime } from '../../../../src/core/method/flow/warp.ts';
import { Stepper } from '../../../../src/core/method/stepper.ts';
import { createProblem } from '../../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../../src/core/problem/draw-memo.ts';
import { finish } from '../../finish.ts';
import { given } from './follow.ts';

/** One point with both labels, which no network fits, and another. */
const X = [
  [1, 0.2],
  [1, 0.2],
  [-0.3, 1],
];
const W0 = [
  [0.3, -0.1],
  [-0.2, 0.25],
];

/** The message with which a flow of these gives up before log t = 200; of log t that it came to, the number. */
function refusal(activation: Experiment['activation'], mostSteps: number): { message: string; at: number } {
  const experiment: Experiment = {
    ...given(X, [1, -1, 1], W0, { activation, loss: 'logistic' }),
    method: { kind: 'flow', logTime: 200, tolerance: 1e-9 },
    epochs: 10,
  };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  const flow = createFlow(
    finish(Stepper.create(problem, { ...experiment, space: 'feature' }, PLAIN)),
    experiment,
    mostSteps,
  );
  try {
    finish(flow.advance(warpedTime(200)));
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    const { message } = error as RangeError;
    return { message, at: Number(/log t = (\S+) in/.exec(message)?.[1]) };
  }
  throw new Error('it came to its end');
}

const ACTIVATIONS = [
  ['leaky ReLU', { kind: 'leaky-relu', gamma: 0.5 }],
  ['the smoothed leaky ReLU', { kind: 'smooth-leaky-relu', gamma: 0.5 }],
] as const;

describe.each(ACTIVATIONS)('a flow of %s whose loss cannot go to 0', (_, activation) => {
  it('gives up after so many steps, and says what it is, how far it has come and what to do', () => {
    const { message, at } = refusal(activation, 1_000);
    expect(message).toContain('in 1000 steps');
    expect(message).toContain('the loss does not go to 0');
    expect(message).toContain(`choose an end of log t = ${Math.floor(at)}, or data that can be fitted`);
    expect(at).toBeGreaterThan(3);
    expect(at).toBeLessThan(12);
  });

  it('comes no farther in log t than the logarithm of the steps that it takes: four times as many, log 4', () => {
    const further = refusal(activation, 4_000).at - refusal(activation, 1_000).at;
    expect(further).toBeGreaterThan(0.7 * Math.log(4));
    expect(further).toBeLessThan(1.3 * Math.log(4));
  });
});
