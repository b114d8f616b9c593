import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KinkedSums } from '../../../../src/core/observe/groups/kinked-sums.ts';
import { finish } from '../../finish.ts';

const offset = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -2, max: 2, noNaN: true }));

describe('sums of leaky ReLU by sorted offsets', () => {
  it('are those of all neurons, one by one, wherever δ goes, on a kink as well', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 0.1, 1),
        (rows, walk, gamma) => {
          const sums = new KinkedSums(2, rows.length, gamma);
          rows.forEach((row, i) => sums.put(i, Float64Array.of(9, ...row), 1));
          finish(sums.sort());
          for (const deltas of walk) {
            const out = Float64Array.of(7, 7);
            sums.addTo(out, -3, Float64Array.of(...deltas), 0);
            for (const f of [0, 1] as const) {
              const phi = rows.map((row) => Math.max(gamma * (row[f] + deltas[f]), row[f] + deltas[f]));
              const expected = 7 - 3 * phi.reduce((sum, value) => sum + value, 0);
              expect(Math.abs(out[f]! - expected)).toBeLessThan(1e-12);
            }
          }
        },
      ),
      { numRuns: 100, seed: 4 },
    );
  });
});
