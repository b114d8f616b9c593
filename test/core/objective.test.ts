import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/core/kernels/plain.ts';
import { createActivation } from '../../src/core/model/activation.ts';
import { lossByName } from '../../src/core/model/loss.ts';
import { secondLayerWeights } from '../../src/core/model/second-layer.ts';
import { Objective, type Batch } from '../../src/core/objective.ts';
import { upTo } from '../../src/core/problem/problem.ts';
import { fillNormals } from '../../src/core/random/stream.ts';
import { finish } from './finish.ts';
import { differences, relativeError, smallCases } from './differences.ts';

const CASES = smallCases(
  [
    { kind: 'leaky-relu', gamma: 0 },
    { kind: 'leaky-relu', gamma: 0.2 },
    { kind: 'smooth-leaky-relu', gamma: 0.1 },
    { kind: 'relu-power', q: 2 },
    { kind: 'relu-power', q: 3 },
  ],
  ['logistic', 'exponential'],
);

describe('the data loss', () => {
  it('has D = ∂L/∂Z as its central differences show, for every activation, loss and patch layout', () => {
    fc.assert(
      fc.property(CASES, ({ batch, z, objective }) => {
        const expected = differences(z, (at) => finish(objective.forward(batch, at)));
        const d = new Float64Array(z.length);
        finish(objective.forward(batch, z));
        objective.gradient(batch, d);
        // Differences with h = 1e-5 are good to about 1e-9 of entries of order one.
        expect(relativeError(d, expected)).toBeLessThan(2e-6);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is the mean of the losses of margins q_i = y_i f(x_i)', () => {
    fc.assert(
      fc.property(CASES, ({ batch, z, objective }) => {
        const loss = finish(objective.forward(batch, z));
        const { margins, losses } = objective;
        const expected = new Float64Array(batch.n);
        objective.loss.evaluate(PLAIN, margins, batch.n, expected, new Float64Array(batch.n));
        expect(losses.subarray(0, batch.n)).toEqual(expected);
        let mean = 0;
        for (let i = 0; i < batch.n; i++) {
          mean += losses[i]! / batch.n;
        }
        expect(loss).toBeCloseTo(mean, 12);
      }),
    );
  });
});

describe('the data loss of many samples, each a feature of its own', () => {
  // 2,048 entries of φ are held at once: 6 of the 26 rows of 300.
  const n = 300;
  const a = secondLayerWeights('1/m', 13);
  const batch: Batch = {
    n,
    patches: 1,
    features: n,
    patchFeature: upTo(n),
    patchSign: new Float64Array(n).fill(1),
    y: Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? -1 : 1)),
  };
  const z = new Float64Array(26 * n);
  fillNormals(1, 'data', 0, z, 0, z.length);
  const objectiveOf = (separate: boolean): Objective =>
    new Objective(
      PLAIN,
      createActivation({ kind: 'leaky-relu', gamma: 0.1 }, PLAIN),
      lossByName('logistic'),
      a,
      n,
      1,
      separate,
    );

  it('has the margins y_i Σ_r a_r φ(z_ri), of every block of neurons', () => {
    const objective = objectiveOf(true);
    const loss = finish(objective.forward(batch, z));
    let mean = 0;
    for (let i = 0; i < n; i++) {
      const f = a.reduce((sum, ar, r) => sum + ar * Math.max(0.1 * z[r * n + i]!, z[r * n + i]!), 0);
      expect(objective.margins[i]).toBeCloseTo(batch.y[i]! * f, 12);
      mean += Math.log1p(Math.exp(-batch.y[i]! * f)) / n;
    }
    expect(loss).toBeCloseTo(mean, 12);
    expect(objective.passes).toBe(1);
    expect(objective.signed).toBe(z);
  });

  it('is the same to the bit whether Z is read as it is or gathered, and so is its gradient', () => {
    const evaluate = (separate: boolean) => {
      const objective = objectiveOf(separate);
      // Twice: what is left of the first pass does not count.
      finish(objective.forward(batch, z));
      const loss = finish(objective.forward(batch, z));
      const d = new Float64Array(z.length);
      objective.gradient(batch, d);
      return { loss, d, slope: objective.slope };
    };
    const [as, gathered] = [evaluate(true), evaluate(false)];
    expect(as.loss).toBe(gathered.loss);
    expect(as.d.every((value, k) => value === gathered.d[k])).toBe(true);
    expect(as.slope.every((value, k) => value === gathered.slope[k])).toBe(true);
    expect(as.d.some((value) => value !== 0)).toBe(true);
  });

  it('yields between pieces of bounded cost', () => {
    // 20 multiply–adds an entry: 26 · 300 entries are a tenth of the 2e6 of a slice, 26 · 12,000 are more than three.
    const wide: Batch = {
      n: 12_000,
      patches: 1,
      features: 12_000,
      patchFeature: upTo(12_000),
      patchSign: new Float64Array(12_000).fill(1),
      y: new Float64Array(12_000).fill(1),
    };
    const activation = createActivation({ kind: 'leaky-relu', gamma: 0.1 }, PLAIN);
    const objective = new Objective(PLAIN, activation, lossByName('logistic'), a, 12_000, 1, true);
    expect([...objective.forward(wide, new Float64Array(26 * 12_000))]).toHaveLength(3);
    expect([...objectiveOf(true).forward(batch, z)]).toHaveLength(0);
  });
});
