import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../../../src/core/method/flow/kinked/settle.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

/** G of K vectors in so many dimensions: singular where those are fewer. */
function gramOf(vectors: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(
    vectors.flatMap((a) => vectors.map((b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0))),
  );
}

const cases = fc
  .record({ K: fc.integer({ min: 1, max: 6 }), dim: fc.integer({ min: 1, max: 8 }) })
  .chain(({ K, dim }) =>
    fc.record({
      vectors: fc.array(fc.array(entry, { minLength: dim, maxLength: dim }), { minLength: K, maxLength: K }),
      e: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: K, maxLength: K }),
      y: fc.array(fc.constantFrom(1, -1), { minLength: K, maxLength: K }),
      gamma: fc.double({ min: 0, max: 0.9, noNaN: true }),
      sign: fc.constantFrom(1, -1),
    }),
  );

describe('a neuron on several kinks', () => {
  it('slides where a slope in [γ, 1] holds it, and leaves the others to the side that it moves to', () => {
    fc.assert(
      fc.property(cases, ({ vectors, e, y, gamma, sign }) => {
        const K = e.length;
        const gram = gramOf(vectors);
        const plus = Float64Array.from(e, (value, k) => y[k]! * value);
        const minus = plus.map((value) => gamma * value);
        const kinks = [...plus.keys()].filter((k) => sign * plus[k]! < 0 && gram[k * K + k]! > 1e-6);
        const sigma = new Int8Array(K).fill(1);
        const { sliding, held } = settle({ gram, K, plus, minus, sign }, kinks, sigma);
        // The slopes of what slides, by elimination: (cG)_k = 0 there.
        const c = [...plus.keys()].map((k) => (sigma[k]! > 0 ? plus[k]! : minus[k]!));
        const push = (k: number): number => c.reduce((sum, value, j) => sum + value * gram[j * K + k]!, 0);
        for (let sweep = 0; sweep < 20_000; sweep++) {
          for (const k of sliding) c[k] = c[k]! - push(k) / gram[k * K + k]!;
        }
        for (const k of kinks) {
          const stays = sliding.includes(k) || held.includes(k);
          if (stays) expect(Math.abs(push(k))).toBeLessThan(1e-4);
          else expect(sign * sigma[k]! * push(k)).toBeGreaterThan(-1e-4);
          const share = (c[k]! - minus[k]!) / (plus[k]! - minus[k]!);
          expect(share).toBeGreaterThan(-1e-2);
          expect(share).toBeLessThan(1.01);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('holds two samples that are the same on their kink together', () => {
    const gram = gramOf([
      [1, 0],
      [1, 0],
      [0.4, 1],
    ]);
    const plus = Float64Array.of(-1, -1, 1);
    const forces = { gram, K: 3, plus, minus: new Float64Array(3), sign: 1 };
    const { sliding, held } = settle(forces, [0, 1], new Int8Array(3).fill(-1).fill(1, 2));
    expect([...sliding, ...held].sort()).toEqual([0, 1]);
  });
});
