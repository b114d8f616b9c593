import { describe, expect, it } from 'vitest';
import type { Experiment, ExplicitSpec } from '../../src/core/experiment.ts';
import type { KernelSource } from '../../src/core/kernels/kernels.ts';
import { PLAIN, PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import { createProblem } from '../../src/core/problem/create.ts';
import { DrawMemo } from '../../src/core/problem/draw-memo.ts';
import { suggestEta } from '../../src/core/suggest-eta.ts';
import { K_FIGURE_1 } from './experiments.ts';
import { finish } from './finish.ts';

/** Opposite labels on one vector make L a cosh, which a large step climbs; W(0) is away from its minimum. */
const data: ExplicitSpec = {
  kind: 'explicit',
  n: 2,
  d: 1,
  x: Float64Array.of(1, 1),
  y: Float64Array.of(1, -1),
  w0: Float64Array.of(1, 0),
};
const cosh: Experiment = {
  ...K_FIGURE_1,
  data,
  m: 1,
  activation: { kind: 'leaky-relu', gamma: 1 },
  loss: 'exponential',
  testPoints: 0,
};

/** What is suggested, how many learning rates were tried, and how many epochs were computed in all. */
function suggest(change: Partial<Experiment>, eta: number, failedAt = 1) {
  const experiment: Experiment = { ...cosh, ...change, method: { kind: 'gradient-descent', eta } };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  let tries = 0;
  let evaluations = 0;
  const source: KernelSource = {
    ...PLAIN_SOURCE,
    open() {
      tries++;
      const addOutputs: typeof PLAIN.addOutputs = (...args) => {
        evaluations++;
        PLAIN.addOutputs(...args);
      };
      return { ...PLAIN, addOutputs };
    },
  };
  return { suggested: finish(suggestEta(problem, experiment, failedAt, source)), tries, evaluations };
}

/** A network that no example activates: its gradient is zero and its loss stays what it was. */
const dead: Partial<Experiment> = {
  data: { ...data, w0: Float64Array.of(-1, -1) },
  activation: { kind: 'leaky-relu', gamma: 0 },
};

describe('a suggested learning rate', () => {
  it('is the first of η/4, η/16, …, each cut to one digit, that ends with a smaller loss than it began with', () => {
    // 100 → 20 → 5 → 1 → 0.2; L = cosh(f) with f ← f − 2η sinh f climbs for η = 1 (f = 1 → −1.35), and not for 0.2.
    expect(suggest({}, 100)).toMatchObject({ suggested: 0.2, tries: 4 });
    expect(suggest({}, 3)).toMatchObject({ suggested: 0.7, tries: 1 });
  });

  it('is none where the loss stays what it was, after every η down to the least there is was tried', () => {
    expect(suggest(dead, 1e-5)).toMatchObject({ suggested: null, tries: 2 });
    // 1e6 → 2e5 → 5e4 → 1e4 → … → 1e-6: three tries to two decades.
    expect(suggest(dead, 1e6)).toMatchObject({ suggested: null, tries: 18 });
    expect(suggest(dead, 1e-6)).toMatchObject({ suggested: null, tries: 0 });
  });

  it('may be the least there is', () => {
    expect(suggest({}, 2e-6).suggested).toBe(1e-6);
  });

  it('is tried for twice the epochs that the run lasted, at least 20 and at most 400, and never beyond its own', () => {
    const epochs = (T: number, failedAt: number) => {
      const { tries, evaluations } = suggest({ ...dead, epochs: T }, 2e-6, failedAt);
      expect(tries).toBe(1);
      return evaluations - 1;
    };
    expect(epochs(1000, 3)).toBe(20);
    expect(epochs(1000, 70)).toBe(140);
    expect(epochs(1000, 900)).toBe(400);
    expect(epochs(30, 900)).toBe(30);
  });

  it('gives up a try at its first loss that is not finite', () => {
    // η = 200, 50 and 10 are past the end of exp within three steps; 2 climbs on, and 0.5 would do.
    const { suggested, evaluations, tries } = suggest({ epochs: 20 }, 1e3);
    expect([suggested, tries]).toEqual([0.5, 5]);
    expect(evaluations).toBeLessThan(3 * 5 + 2 * 21);
  });
});
