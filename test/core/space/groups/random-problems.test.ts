import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, SMALL } from './compare.ts';

describe('groups of neurons that move alike', () => {
  it('follow random problems in which many neurons flip: patterns equal, numbers to 1e-9', () => {
    let flips = 0;
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1e6),
          m: fc.integer({ min: 1, max: 20 }),
          n: fc.integer({ min: 2, max: 9 }),
          d: fc.integer({ min: 3, max: 60 }),
          gamma: fc.constantFrom(0, 0.05, 0.1, 0.5, 1),
          sigma0: fc.constantFrom(1e-4, 0.01, 0.1, 0.5),
          eta: fc.constantFrom(0.02, 0.1, 0.5),
        }),
        ({ seed, m, n, d, gamma, sigma0, eta }) => {
          flips += compare({
            ...SMALL,
            data: { kind: 'gaussian-mixture', n, d, meanSd: 0.2, noiseSd: 1 },
            activation: { kind: 'leaky-relu', gamma },
            method: { kind: 'gradient-descent', eta },
            m,
            seed,
            sigma0,
            epochs: 30,
          });
        },
      ),
      { numRuns: 40, seed: 5 },
    );
    expect(flips).toBeGreaterThan(1_000);
  });
});
