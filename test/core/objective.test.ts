import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
      { numRuns: 300 },
    );
  });

  it('is the mean of the losses of margins q_i = y_i f(x_i)', () => {
    fc.assert(
      fc.property(CASES, ({ batch, z, objective }) => {
        const loss = finish(objective.forward(batch, z));
        const { margins, losses } = objective;
        const expected = new Float64Array(batch.n);
        objective.loss.evaluate(margins, batch.n, expected, new Float64Array(batch.n));
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
