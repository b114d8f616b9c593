import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRegularizer } from '../../src/core/regularizer.ts';
import { finish } from './finish.ts';
import { differences, relativeError, smallCases } from './differences.ts';

const CASES = smallCases(
  [
    { kind: 'leaky-relu', gamma: 0.2 },
    { kind: 'smooth-leaky-relu', gamma: 0.1 },
    { kind: 'relu-power', q: 2 },
    { kind: 'relu-power', q: 3 },
  ],
  ['logistic', 'exponential'],
);

describe.each(['pegr', 'fgr'] as const)('the penalty of %s', (kind) => {
  it('has the gradient that its central differences show, with features that are not orthogonal', () => {
    fc.assert(
      fc.property(
        CASES,
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        ({ batch, gram, z, objective }, lambda) => {
          const regularizer = createRegularizer({ kind, lambda }, objective)!;
          const expected = differences(z, (at) => {
            finish(objective.forward(batch, at));
            return lambda * finish(regularizer.penalty(batch, gram));
          });
          const d = new Float64Array(z.length);
          finish(objective.forward(batch, z));
          finish(regularizer.addGradient(batch, gram, lambda, d));
          expect(relativeError(d, expected)).toBeLessThan(2e-6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(CASES, ({ batch, gram, z, objective }) => {
        const regularizer = createRegularizer({ kind, lambda: 1 }, objective)!;
        finish(objective.forward(batch, z));
        // The Gram matrix is positive semidefinite up to rounding of its entries.
        expect(finish(regularizer.penalty(batch, gram))).toBeGreaterThan(-1e-12);
      }),
    );
  });
});

describe('no regulariser', () => {
  it('is null, so that nothing of it is computed', () => {
    fc.assert(fc.property(CASES, ({ objective }) => createRegularizer({ kind: 'none' }, objective) === null));
  });
});
