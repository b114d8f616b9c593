import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/core/kernels/plain.ts';
import { createActivation } from '../../src/core/model/activation.ts';
import { lossByName } from '../../src/core/model/loss.ts';
import { Objective } from '../../src/core/objective.ts';
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

describe('a penalty after another', () => {
  it('is of the last forward pass, however often it was asked for before', () => {
    fc.assert(
      fc.property(
        CASES,
        fc.constantFrom('pegr' as const, 'fgr' as const),
        ({ batch, gram, z, objective }, kind) => {
          const regularizer = createRegularizer({ kind, lambda: 1 }, objective)!;
          const penaltyAt = (at: Float64Array) => {
            finish(objective.forward(batch, at));
            return finish(regularizer.penalty(batch, gram));
          };
          const half = z.map((value) => value / 2);
          const [first, other] = [penaltyAt(z), penaltyAt(half)];
          expect(finish(regularizer.penalty(batch, gram))).toBe(other);
          expect(penaltyAt(z)).toBe(first);
        },
      ),
    );
  });

  it('is by hand ½‖ℓ′ a φ′ x‖² for one sample, one patch and linear neurons', () => {
    // Two neurons a = ±1 of slope 1, x of length 2: ∇_W q = (x, −x), and q = 0 gives ℓ′ = −½: ½ · ¼ · (4 + 4) = 1.
    const activation = createActivation({ kind: 'leaky-relu', gamma: 1 }, PLAIN);
    const batch = {
      n: 1,
      patches: 1,
      features: 1,
      patchFeature: Int32Array.of(0),
      patchSign: Float64Array.of(1),
      y: Float64Array.of(1),
    };
    for (const kind of ['pegr', 'fgr'] as const) {
      const objective = new Objective(
        PLAIN,
        activation,
        lossByName('logistic'),
        Float64Array.of(1, -1),
        1,
        1,
        true,
      );
      finish(objective.forward(batch, Float64Array.of(0, 0)));
      const regularizer = createRegularizer({ kind, lambda: 1 }, objective)!;
      expect(finish(regularizer.penalty(batch, Float64Array.of(4)))).toBe(1);
    }
  });
});

describe('no regulariser', () => {
  it('is null, so that nothing of it is computed', () => {
    fc.assert(fc.property(CASES, ({ objective }) => createRegularizer({ kind: 'none' }, objective) === null));
  });
});
