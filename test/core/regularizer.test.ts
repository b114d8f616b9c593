import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../src/core/kernels/plain.ts';
import { createActivation } from '../../src/core/model/activation.ts';
import { lossByName } from '../../src/core/model/loss.ts';
import { Objective } from '../../src/core/objective.ts';
import { upTo } from '../../src/core/problem/problem.ts';
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
      { numRuns: 300, seed: 7 },
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

/** n samples of two linear neurons a = ±1, at Z = 0; the samples have a feature each, or share one. */
function linear(kind: 'pegr' | 'fgr', n: number, features: number, kernels: Kernels) {
  const activation = createActivation({ kind: 'leaky-relu', gamma: 1 }, kernels);
  const separate = n === features;
  const a = Float64Array.of(1, -1);
  const objective = new Objective(kernels, activation, lossByName('logistic'), a, n, 1, separate);
  const batch = {
    n,
    patches: 1,
    features,
    patchFeature: separate ? upTo(n) : new Int32Array(n),
    patchSign: new Float64Array(n).fill(1),
    y: new Float64Array(n).fill(1),
  };
  finish(objective.forward(batch, new Float64Array(2 * features)));
  return { batch, objective, regularizer: createRegularizer({ kind, lambda: 1 }, objective)! };
}

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

  it('is by hand (1/2n) Σ‖∇ℓ_i‖² or ½‖∇L‖² for linear neurons and orthogonal samples', () => {
    // Neurons a = ±1 of slope 1, x_i of length 2: ‖∇q_i‖² = 8, and q = 0 gives ℓ′ = −½. n = 1: both are ½ · ¼ · 8. n = 2: PEGR
    // is the mean of two such, FGR ½ · ¼ (¼ · 8 + ¼ · 8).
    for (const [kind, n, expected] of [
      ['pegr', 1, 1],
      ['fgr', 1, 1],
      ['pegr', 2, 1],
      ['fgr', 2, 0.5],
    ] as const) {
      const { batch, regularizer } = linear(kind, n, n, PLAIN);
      const gram = n === 1 ? [4] : [4, 0, 0, 4];
      expect(finish(regularizer.penalty(batch, Float64Array.from(gram)))).toBe(expected);
    }
  });

  it('is taken once a forward pass, for its value and its gradient', () => {
    for (const kind of ['pegr', 'fgr'] as const) {
      let taken = 0;
      const kernels: Kernels = {
        ...PLAIN,
        patchBlocks: (...args) => {
          taken++;
          PLAIN.patchBlocks(...args);
        },
        multiply: (...args) => {
          taken++;
          PLAIN.multiply(...args);
        },
      };
      const { batch, objective, regularizer } = linear(kind, 1, 1, kernels);
      const gram = Float64Array.of(4);
      finish(regularizer.penalty(batch, gram));
      finish(regularizer.addGradient(batch, gram, 1, new Float64Array(2)));
      expect(taken).toBe(1);
      finish(objective.forward(batch, new Float64Array(2)));
      finish(regularizer.penalty(batch, gram));
      expect(taken).toBe(2);
    }
  });

  it('yields after a pass over many samples, and not after one over few', () => {
    // 4 multiply–adds for each of 2 · 250,000 entries of φ′ are a slice.
    const yields = (n: number) => {
      const { batch, regularizer } = linear('pegr', n, 1, PLAIN);
      return [...regularizer.penalty(batch, Float64Array.of(1))].length;
    };
    expect(yields(250_000)).toBe(1);
    expect(yields(1_000)).toBe(0);
  });
});

describe('no regulariser', () => {
  it('is null, so that nothing of it is computed', () => {
    fc.assert(fc.property(CASES, ({ objective }) => createRegularizer({ kind: 'none' }, objective) === null));
  });
});
