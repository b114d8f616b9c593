import { describe, expect, it } from 'vitest';
import type { Experiment, MethodSpec, RegularizerSpec } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { epochBatches } from '../../../src/core/method/batches.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

const GAMMA = 0.3;
const ETA = 0.2;
const M = 2;

const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'signal-noise', n: 5, d: 8, meanNorm: 1.5, noiseSd: 0.5 },
  activation: { kind: 'smooth-leaky-relu', gamma: GAMMA },
  m: M,
  sigma0: 0.3,
  method: { kind: 'gradient-descent', eta: ETA },
  epochs: 6,
  testPoints: 0,
};

const create = (change: Partial<Experiment>) => {
  const experiment = { ...SMALL, ...change };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  return finish(Stepper.create(problem, experiment, PLAIN));
};

/** L + λR of the samples as a function of W, by its definition: R of PEGR is (1/2n) Σ‖∇ℓ_i‖², of FGR ½‖∇L‖². */
function definition({ problem }: Stepper, regularizer: RegularizerSpec) {
  const { samples, neurons } = problem;
  const { dim, features, patchFeature, patchSign, patches, y } = samples;
  const a = (r: number) => (r < M ? 1 / M : -1 / M);
  // φ = γz + (1 − γ) log((1 + e^z)/2), F §4.
  const phi = (z: number) => GAMMA * z + (1 - GAMMA) * Math.log((1 + Math.exp(z)) / 2);
  const slope = (z: number) => GAMMA + (1 - GAMMA) / (1 + Math.exp(-z));
  const patch = (i: number, p: number, j: number) =>
    patchSign[i * patches + p]! * features[patchFeature[i * patches + p]! * dim + j]!;
  const z = (w: Float64Array, r: number, i: number, p: number) => {
    let sum = 0;
    for (let j = 0; j < dim; j++) sum += w[r * dim + j]! * patch(i, p, j);
    return sum;
  };
  const over = <T>(count: number, of: (k: number) => T) => Array.from({ length: count }, (_, k) => of(k));
  const margin = (w: Float64Array, i: number) =>
    y[i]! *
    over(neurons, (r) => a(r) * over(patches, (p) => phi(z(w, r, i, p))).reduce((s, v) => s + v, 0)).reduce(
      (s, v) => s + v,
      0,
    );
  /** ∇ℓ_i, 2m×dim. */
  const gradientOf = (w: Float64Array, i: number) => {
    const outer = -y[i]! / (1 + Math.exp(margin(w, i)));
    return Float64Array.from({ length: w.length }, (_, at) => {
      const [r, j] = [Math.floor(at / dim), at % dim];
      return over(patches, (p) => outer * a(r) * slope(z(w, r, i, p)) * patch(i, p, j)).reduce(
        (s, v) => s + v,
        0,
      );
    });
  };
  const square = (v: Float64Array) => v.reduce((s, x) => s + x * x, 0);
  const gradient = (w: Float64Array, of: readonly number[]) => {
    const sum = new Float64Array(w.length);
    for (const i of of) gradientOf(w, i).forEach((g, k) => (sum[k] = sum[k]! + g / of.length));
    return sum;
  };
  const loss = (w: Float64Array, of: readonly number[]) =>
    of.reduce((s, i) => s + Math.log(1 + Math.exp(-margin(w, i))), 0) / of.length;
  const penalty = (w: Float64Array, of: readonly number[]) => {
    if (regularizer.kind === 'none') return 0;
    return regularizer.kind === 'fgr'
      ? 0.5 * square(gradient(w, of))
      : of.reduce((s, i) => s + square(gradientOf(w, i)), 0) / (2 * of.length);
  };
  const lambda = regularizer.kind === 'none' ? 0 : regularizer.lambda;
  return {
    w: problem.draw.initialRows.map((x) => problem.initialScale * x),
    loss,
    penalty,
    gradientNorm: (w: Float64Array, of: readonly number[]) => Math.sqrt(square(gradient(w, of))),
    /** W − η∇(L + λR), the penalty's gradient by central differences. */
    step(w: Float64Array, of: readonly number[], isPenalised: boolean): Float64Array {
      const h = 1e-5;
      const g = gradient(w, of);
      return w.map((x, k) => {
        const moved = (by: number) => w.map((v, at) => (at === k ? v + by : v));
        const slopeOfPenalty = isPenalised ? (penalty(moved(h), of) - penalty(moved(-h), of)) / (2 * h) : 0;
        return x - ETA * (g[k]! + lambda * slopeOfPenalty);
      });
    },
  };
}

const ALL = [0, 1, 2, 3, 4];
const NONE: RegularizerSpec = { kind: 'none' };
const SGD: MethodSpec = { kind: 'sgd', eta: ETA, batchSize: 2 };
const GIVEN: MethodSpec = {
  ...SGD,
  batchSize: 0,
  batches: Array.from({ length: 6 }, (_, t) => (t % 2 === 0 ? [[4], [1, 0, 3]] : [[2, 2]])),
};

describe.each(['feature', 'weight'] as const)('a step in %s space', (space) => {
  it.each([
    ['of all samples', { kind: 'gradient-descent', eta: ETA }, NONE],
    ['with PEGR', { kind: 'gradient-descent', eta: ETA }, { kind: 'pegr', lambda: 0.4 }],
    [
      'with FGR until epoch 3',
      { kind: 'gradient-descent', eta: ETA },
      { kind: 'fgr', lambda: 0.6, until: 3 },
    ],
    ['of mini-batches', SGD, NONE],
    ['of given mini-batches', GIVEN, NONE],
    ['of mini-batches with PEGR', SGD, { kind: 'pegr', lambda: 0.4 }],
    ['of given mini-batches with FGR until epoch 2', GIVEN, { kind: 'fgr', lambda: 0.6, until: 2 }],
  ] satisfies [string, MethodSpec, RegularizerSpec][])(
    'follows the gradient of L + λR by its definition: %s',
    (_name, method, regularizer) => {
      const stepper = create({ method, regularizer, space });
      const by = definition(stepper, regularizer);
      let w: Float64Array = by.w;
      for (let t = 0; t < 6; t++) {
        // The penalty's differences of 1e-5 leave about 1e-10 a step.
        expect(finish(stepper.evaluate())).toBeCloseTo(by.loss(w, ALL), 8);
        expect(finish(stepper.penalty())).toBeCloseTo(by.penalty(w, ALL), 8);
        // Asked for or not, the step is the same.
        if (t % 2 === 0) expect(finish(stepper.gradientNorm())).toBeCloseTo(by.gradientNorm(w, ALL), 8);
        const isPenalised =
          regularizer.kind !== 'none' && (!('until' in regularizer) || t < regularizer.until);
        expect(finish(stepper.advance(t))).toBe(t + 1);
        const batches = method.kind === 'sgd' ? epochBatches(method, 1, t, 5) : [ALL];
        for (const batch of batches) w = by.step(w, Array.from(batch), isPenalised);
      }
      expect(finish(stepper.evaluate())).toBeCloseTo(by.loss(w, ALL), 8);
    },
  );
});

describe('a stepper', () => {
  it('has the margins of all samples at the last evaluation while mini-batches move W', () => {
    for (const regularizer of [NONE, { kind: 'pegr', lambda: 0.4 }] satisfies RegularizerSpec[]) {
      const stepper = create({ method: SGD, regularizer });
      finish(stepper.evaluate());
      const penalty = finish(stepper.penalty());
      const margins = [...stepper.objective.margins];
      finish(stepper.advance(0));
      expect([...stepper.objective.margins]).toEqual(margins);
      finish(stepper.evaluate());
      expect([...stepper.objective.margins]).not.toEqual(margins);
      if (regularizer.kind !== 'none') expect(finish(stepper.penalty())).not.toBe(penalty);
    }
  });

  it('yields after each mini-batch', () => {
    const stepper = create({ method: SGD });
    finish(stepper.evaluate());
    expect([...stepper.advance(0)]).toHaveLength(3);
  });

  it('takes mini-batches of more samples than there are to be of all of them', () => {
    const one = create({ method: { kind: 'sgd', eta: ETA, batchSize: 100 } });
    const other = create({});
    for (const stepper of [one, other]) {
      finish(stepper.evaluate());
      finish(stepper.advance(0));
    }
    expect(finish(one.evaluate())).toBeCloseTo(finish(other.evaluate()), 12);
  });

  it.each([0, 1.5, -1, NaN])('refuses mini-batches of %d samples', (batchSize) => {
    expect(() => create({ method: { kind: 'sgd', eta: ETA, batchSize } })).toThrow(
      `batch size B = ${batchSize} is not a whole number of at least 1`,
    );
  });

  it('takes one of one sample, and has no steps for gradient flow', () => {
    const one = create({ method: { kind: 'sgd', eta: ETA, batchSize: 1 } });
    finish(one.evaluate());
    expect([...one.advance(0)]).toHaveLength(5);
    const flow = create({ method: { kind: 'flow', logTime: 1, tolerance: 1e-6 } });
    finish(flow.evaluate());
    expect(() => finish(flow.advance(0))).toThrow('gradient flow takes no steps (method/flow)');
  });
});
