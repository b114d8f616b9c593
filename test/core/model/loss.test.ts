import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { lossByName, type Loss } from '../../../src/core/model/loss.ts';

function at(loss: Loss, q: number): { readonly value: number; readonly slope: number } {
  const value = new Float64Array(1);
  const slope = new Float64Array(1);
  loss.evaluate(PLAIN, Float64Array.of(q), 1, value, slope);
  return { value: value[0]!, slope: slope[0]! };
}

describe.each(['logistic', 'exponential'] as const)('the %s loss', (name) => {
  const loss = lossByName(name);

  it('has the slope and curvature that differences of it show', () => {
    // h = 1e-5: truncation h²ℓ‴/6 and rounding 1e-16/h stay below 1e-8 for |q| ≤ 3.
    const h = 1e-5;
    for (const q of [-3, -0.7, 0, 0.4, 2.5]) {
      expect(at(loss, q).slope).toBeCloseTo((at(loss, q + h).value - at(loss, q - h).value) / (2 * h), 7);
      expect(loss.curvature(q)).toBeCloseTo((at(loss, q + h).slope - at(loss, q - h).slope) / (2 * h), 7);
    }
  });

  it('takes the first margins that it is asked for, and writes nothing else', () => {
    const values = new Float64Array(3).fill(7);
    const slopes = new Float64Array(3).fill(7);
    loss.evaluate(PLAIN, Float64Array.of(1, -1, 0.5), 2, values, slopes);
    expect([...values]).toEqual([at(loss, 1).value, at(loss, -1).value, 7]);
    expect([...slopes]).toEqual([at(loss, 1).slope, at(loss, -1).slope, 7]);
  });

  it('has the slopes alone to the same bits, and writes no other', () => {
    const slopes = new Float64Array(4).fill(7);
    loss.slopes(PLAIN, Float64Array.of(1, -1, 700, 0.5), 3, slopes);
    expect([...slopes]).toEqual([at(loss, 1).slope, at(loss, -1).slope, at(loss, 700).slope, 7]);
  });

  it('keeps a falling, non-zero slope far out where e^−q is tiny', () => {
    expect(at(loss, 700).value).toBeGreaterThan(0);
    expect(at(loss, 700).slope).toBeLessThan(0);
    expect(loss.curvature(700)).toBeGreaterThan(0);
  });
});

describe('the logistic loss', () => {
  const loss = lossByName('logistic');
  it('obeys ℓ″ = −ℓ′(1 + ℓ′) and grows linearly for very wrong margins', () => {
    for (const q of [-2, 0, 1.5]) {
      expect(loss.curvature(q)).toBeCloseTo(-at(loss, q).slope * (1 + at(loss, q).slope), 15);
    }
    expect(at(loss, -1e6).value).toBe(1e6);
    expect(at(loss, -1e6).slope).toBe(-1);
  });
});
