import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { describe as factsOf } from '../../src/core/facts.ts';
import { PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import type { Stepper } from '../../src/core/method/stepper.ts';
import type { LiveRun } from '../../src/core/observe/live-run.ts';
import { createSchedule } from '../../src/core/observe/schedule.ts';
import type { Outcome, RunFacts } from '../../src/core/outcome.ts';
import { DrawMemo } from '../../src/core/problem/draw-memo.ts';
import { runFlow } from '../../src/core/run-flow.ts';
import { train } from '../../src/core/run.ts';
import { trainBy, type FlowSource } from '../../src/core/train-by.ts';
import { K_FIGURE_1 } from './experiments.ts';

const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 4, d: 10, meanSd: 0.1, noiseSd: 1 },
  m: 2,
  epochs: 5,
  testPoints: 0,
};
const FLOW: Experiment = {
  ...SMALL,
  activation: { kind: 'smooth-leaky-relu', gamma: 0.3 },
  method: { kind: 'flow', logTime: 2, tolerance: 1e-6 },
};

function noting() {
  const epochs: number[] = [];
  const begun: LiveRun[] = [];
  const recorder = {
    begin: (run: LiveRun) => void begun.push(run),
    epoch: (t: number) => void epochs.push(t),
    snapshot: () => undefined,
  };
  return { epochs, begun, recorder };
}

/** What it yields, and how it ends. */
function drive(run: Generator<RunFacts | undefined, Outcome, void>) {
  const yielded: (RunFacts | undefined)[] = [];
  for (;;) {
    const step = run.next();
    if (step.done === true) return { yielded, outcome: step.value };
    yielded.push(step.value);
  }
}

describe('training', () => {
  it('tells who looks on of the run, with its facts, before its first epoch', () => {
    const { begun, recorder } = noting();
    const { yielded } = drive(train(SMALL, recorder, new Map()));
    const [{ experiment, facts, stepper, flow }] = begun as [LiveRun];
    expect(experiment).toBe(SMALL);
    expect(yielded.filter((value) => value !== undefined)).toEqual([facts]);
    expect(facts).toMatchObject({ n: 4, neurons: 4, recordedEpochs: 6 });
    expect(stepper.problem.neurons).toBe(4);
    expect(flow).toBeUndefined();
  });

  it('by gradient flow records the points of its grid', () => {
    const { epochs, begun, recorder } = noting();
    expect(drive(train(FLOW, recorder, new Map())).outcome).toEqual({ kind: 'finished' });
    expect(epochs).toEqual([0, 1, 2, 3, 4, 5]);
    expect(begun[0]!.flow!.logTimes[5]).toBe(2);
  });

  it('waits for the flow’s code while it is loaded, and asks for it only where there is a flow', () => {
    let asked = 0;
    const later: FlowSource = () => (++asked < 4 ? null : runFlow);
    const run = (experiment: Experiment) => {
      const { epochs, recorder } = noting();
      const { yielded } = drive(
        trainBy(later, experiment, recorder, new Map(), new DrawMemo(), PLAIN_SOURCE),
      );
      return { epochs: epochs.length, waited: yielded.findIndex((value) => value !== undefined) };
    };
    const patient = run(FLOW);
    expect(asked).toBe(4);
    const prompt = run(FLOW);
    expect(asked).toBe(5);
    expect(patient).toEqual({ epochs: 6, waited: prompt.waited + 3 });
    run(SMALL);
    expect(asked).toBe(5);
  });
});

describe('the facts of a run', () => {
  it('are found with pauses where there are many features', () => {
    const K = 1_100;
    const gram = new Float64Array(K * K);
    gram[3 * K + 1] = -7;
    const stepper = {
      problem: {
        samples: { d: 1, y: new Float64Array(K), testY: [], signalFeature: null },
        neurons: 2,
        squaredFeatureNorms: new Float64Array(K).fill(4),
      },
      ground: { products: { gram }, space: { kind: 'feature' } },
      full: { n: K, features: K },
    } as unknown as Stepper;
    const work = factsOf(stepper, createSchedule(1, K, 2), SMALL);
    // 2·1100² = 2.42 million.
    expect(work.next()).toEqual({ done: false, value: undefined });
    expect(work.next()).toMatchObject({ done: true, value: { p: 7, rMin: 2, rMax: 2 } });
  });
});
