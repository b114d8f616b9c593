import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { angleToLimit } from '../../../src/core/limit/angle.ts';
import { heldPairs } from '../../../src/core/limit/held.ts';
import { maxMargin } from '../../../src/core/limit/max-margin.ts';
import { networkAt } from '../../../src/core/limit/network.ts';
import { pairsOffPattern } from '../../../src/core/limit/pattern.ts';
import { gramMatrix } from '../../../src/core/linalg/gram-matrix.ts';
import type { LiveRun } from '../../../src/core/observe/live-run.ts';
import { Probing } from '../../../src/core/probe/probing.ts';
import { LIMIT_PROBES } from '../../../src/core/probe/quantities.ts';
import { train } from '../../../src/core/run.ts';
import { K_FIGURE_1 } from '../experiments.ts';

const GAMMA = 0.02;
const EPOCHS = 40;

/** The smoothed leaky ReLU by gradient flow to t = e^10,000. */
const SMOOTH: Experiment = {
  ...K_FIGURE_1,
  m: 5,
  activation: { kind: 'smooth-leaky-relu', gamma: GAMMA },
  method: { kind: 'flow', logTime: 10_000, tolerance: 1e-9 },
  epochs: EPOCHS,
  testPoints: 0,
};

const phiSlope = (z: number): number => GAMMA + (1 - GAMMA) / (1 + Math.exp(-z));

const probing = new Probing(LIMIT_PROBES);
let live: LiveRun | undefined;
const work = train(
  SMOOTH,
  {
    ...probing.recorder,
    begin(run) {
      live = run;
      probing.recorder.begin!(run);
    },
  },
  new Map(),
);
while (work.next().done !== true);
const { problem, ground } = live!.stepper;
const { z } = ground.space;
const { features, dim } = problem.samples;
const gram = gramMatrix(features, features.length / dim, dim);
const limit = maxMargin(networkAt(problem, SMOOTH, z), gram);
const K = features.length / dim;

describe('the limit of a smooth flow', () => {
  it('holds the pairs at 0 whose pre-activation does not grow, and is a KKT point of leaky ReLU', () => {
    const held = heldPairs(limit);
    // Three of ten samples by five neurons of the other class.
    expect(held).toHaveLength(15);
    for (const { neuron, sample } of held) expect(Math.abs(z[neuron * K + sample]!)).toBeLessThan(5);
    expect(pairsOffPattern(limit)).toBe(0);
  });

  it('has the slope between γ and 1 there that the flow has come to: φ′(z) itself', () => {
    for (const { neuron, sample, slope } of heldPairs(limit)) {
      expect(slope > GAMMA && slope < 1).toBe(true);
      // What is left goes like 1/log t.
      expect(Math.abs(slope - phiSlope(z[neuron * K + sample]!))).toBeLessThan(2e-4);
    }
  });

  it('is where the flow turns to: the angle closes like 1/log t, and without what is held it does not', () => {
    const { epochs, values } = probing.column('limitAngle');
    const [last, before] = [values.length - 1, values.length - 6];
    const times = live!.flow!.logTimes;
    const [t1, t0] = [times[epochs[last]!]!, times[epochs[before]!]!];
    expect(values[last]).toBeLessThan(5e-4);
    expect((values[last]! * t1) / (values[before]! * t0)).toBeCloseTo(1, 2);
    expect(probing.column('kktStationarity').values.at(-1)).toBeLessThan(5e-4);
    expect(probing.limit).toMatchObject({ kind: 'solved', offPattern: 0 });
    // The pattern of signs alone is that of another limit.
    const signs = networkAt(problem, { ...SMOOTH, activation: { kind: 'leaky-relu', gamma: GAMMA } }, z);
    const other = maxMargin(signs, gram);
    expect(pairsOffPattern(other)).toBeGreaterThan(0);
    // W(0) is of no account at this size of W.
    const weights = { c: ground.space.c, z, z0: new Float64Array(z.length), initialSquare: 0 };
    expect(angleToLimit(other, weights)).toBeGreaterThan(0.02);
    expect(angleToLimit(limit, weights)).toBeLessThan(5e-4);
  });

  it('has the pattern of the signs while nothing is far from the bend', () => {
    const early = z.map((value) => value / 100);
    const { groups } = networkAt(problem, SMOOTH, early);
    expect(groups.every(({ slides }) => slides === undefined)).toBe(true);
  });
});
