import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { FlowPoints, type FlowPoint } from '../../../../src/core/observe/flow-points.ts';
import { SCALAR_INDEX } from '../../../../src/core/observe/quantities.ts';
import { train } from '../../../../src/core/run.ts';
import { follow, given } from './follow.ts';

const X = [
  [1.2, -0.4, 0.3],
  [-0.7, 0.9, 0.5],
  [0.2, 1.1, -0.8],
];
const Y = [1, -1, 1];
const W0 = [
  [0.3, -0.1, 0.2],
  [-0.2, 0.25, 0.1],
];

/** Margins of gradient descent at t = 2, by steps of η. */
function descend(experiment: Omit<Experiment, 'method' | 'epochs'>, eta: number): Float64Array {
  const epochs = Math.round(2 / eta);
  let last = new Float64Array(0);
  const work = train(
    { ...experiment, method: { kind: 'gradient-descent', eta }, epochs },
    { epoch: (_, __, margins) => void (last = margins.slice()), snapshot: () => undefined },
    new Map(),
  );
  while (work.next().done !== true);
  return last;
}

const CASES: readonly (readonly [string, Partial<Experiment>])[] = [
  ['leaky ReLU', { activation: { kind: 'leaky-relu', gamma: 0.3 }, loss: 'logistic' }],
  ['smoothed leaky ReLU', { activation: { kind: 'smooth-leaky-relu', gamma: 0.1 }, loss: 'logistic' }],
  ['ReLU²', { activation: { kind: 'relu-power', q: 2 }, loss: 'logistic' }],
  [
    'a penalty on each gradient',
    {
      activation: { kind: 'smooth-leaky-relu', gamma: 0.1 },
      regularizer: { kind: 'pegr', lambda: 0.3 },
    },
  ],
  [
    'a penalty on the gradient',
    {
      activation: { kind: 'smooth-leaky-relu', gamma: 0.1 },
      regularizer: { kind: 'fgr', lambda: 0.3 },
    },
  ],
];

describe('gradient flow as a limit', () => {
  it.each(CASES)('is what gradient descent goes to as η does to 0, with %s', (_, other) => {
    const experiment = given(X, Y, W0, other);
    const { at } = follow(experiment, [Math.log(2)]);
    const [coarse, fine] = [0.02, 0.02 / 16].map((eta) => {
      const margins = descend(experiment, eta);
      return margins.reduce((most, q, i) => Math.max(most, Math.abs(q - at[0]!.margins[i]!)), 0);
    });
    expect(coarse).toBeLessThan(0.04);
    // In proportion to η, up to the next order and to where a step ends beside a kink.
    expect(coarse! / fine!).toBeGreaterThan(10);
    expect(coarse! / fine!).toBeLessThan(40);
  });

  it('has rows of leaky ReLU alike and margins equal at t = e^34,575, and gets there by exponent 2', () => {
    const points: FlowPoint[] = [];
    let view: FlowPoints | null = null;
    let gap = Infinity;
    const logTimes = [42, 435, 3_456, 34_575];
    const work = train(
      {
        ...given([[1]], [1], [[0], [0]]),
        data: { kind: 'gaussian-mixture', n: 10, d: 784, meanSd: 0.01, noiseSd: 1 },
        m: 20,
        activation: { kind: 'leaky-relu', gamma: 0.5 },
        secondLayer: '1/m',
        loss: 'logistic',
        sigma0: 1e-3,
        seed: 1,
        method: { kind: 'flow', logTime: 34_575, tolerance: 1e-9, logTimes },
        epochs: 3,
      },
      {
        begin: (run) => void (view = new FlowPoints(run)),
        epoch(k, scalars) {
          gap = scalars[SCALAR_INDEX.marginGap]!;
          const at = view!.at(k);
          let step = at.next();
          while (step.done !== true) step = at.next();
          points.push(step.value);
        },
        snapshot: () => undefined,
      },
      new Map(),
    );
    while (work.next().done !== true);
    const worst = points.map(({ excess }) => Math.max(excess[0], excess[1]));
    expect(worst[3]).toBeLessThan(1e-9);
    expect(gap).toBeLessThan(1e-4);
    const exponent = Math.log(worst[1]! / worst[3]!) / Math.log(34_575 / 435);
    expect(exponent).toBeCloseTo(2, 1);
  });

  it('refuses what has no gradient flow, and says why', () => {
    const penalised = given(X, Y, W0, { regularizer: { kind: 'pegr', lambda: 0.1 } });
    expect(() => follow(penalised, [1])).toThrow('the penalty jumps at every kink');
    const until = given(X, Y, W0, {
      activation: { kind: 'smooth-leaky-relu', gamma: 0.1 },
      regularizer: { kind: 'fgr', lambda: 0.1, until: 800 },
    });
    expect(() => follow(until, [1])).toThrow('FGR cannot be switched off at epoch 800');
    expect(() => follow(given(X, Y, W0), [1], 1)).toThrow(
      'tolerance = 1 of the flow is outside 1e-13 to 0.001',
    );
  });
});
