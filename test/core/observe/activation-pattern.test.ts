import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { ActivationPattern } from '../../../src/core/observe/activation-pattern.ts';

/** Two neurons a class and three samples of one patch, labels +, −, +. */
const patternOf = (patches = 1, y = [1, -1, 1]): ActivationPattern =>
  new ActivationPattern(PLAIN, 4, Float64Array.from(y), patches);

/** Rows of neurons, 1 where one fires and −1 where not. */
const signs = (...rows: number[][]): Float64Array => Float64Array.from(rows.flat());
const AGREEING = signs([1, -1, 1], [1, -1, 1], [-1, 1, -1], [-1, 1, -1]);

describe('the activation pattern', () => {
  it('agrees in the share of neurons and samples with sign⟨w_r, x_i⟩ = j·y_i', () => {
    const pattern = patternOf();
    expect(pattern.update(AGREEING).agreement).toBe(1);
    expect(pattern.update(AGREEING.map((sign) => -sign)).agreement).toBe(0);
    expect(pattern.update(signs([1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1])).agreement).toBe(0.5);
    expect(pattern.update(signs([1, -1, 1], [1, -1, -1], [-1, 1, 1], [-1, 1, -1])).agreement).toBe(10 / 12);
  });

  it('counts the signs that changed since the last time, and none at the first', () => {
    const pattern = patternOf();
    expect(pattern.update(AGREEING).flips).toBe(0);
    expect(pattern.update(AGREEING).flips).toBe(0);
    expect(pattern.update(signs([1, -1, 1], [1, -1, -1], [-1, 1, 1], [1, 1, -1])).flips).toBe(3);
    expect(pattern.update(AGREEING).flips).toBe(3);
  });

  it('takes a zero for firing', () => {
    const pattern = patternOf(1, [1]);
    expect(pattern.update(Float64Array.of(0, -0, -1, -1)).agreement).toBe(1);
  });

  it('wants of each patch the sign of its sample, over more than a word of them', () => {
    // 20 samples of 2 patches: 40 bits a neuron.
    const y = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 1 : -1));
    const positive = y.flatMap((label) => [label, label]);
    const negative = positive.map((sign) => -sign);
    const pattern = patternOf(2, y);
    expect(pattern.update(signs(positive, positive, negative, negative)).agreement).toBe(1);
    const flipped = positive.map((sign, k) => (k === 35 ? -sign : sign));
    expect(pattern.update(signs(positive, flipped, negative, negative))).toEqual({
      flips: 1,
      agreement: 159 / 160,
    });
    const out = new Uint8Array(6);
    pattern.read(Int32Array.of(1, 2), Int32Array.of(0, 35, 39), out);
    expect([...out]).toEqual([1, 1, 0, 0, 1, 1]);
  });
});
