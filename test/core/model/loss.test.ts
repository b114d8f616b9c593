import { describe, expect, it } from 'vitest';
import { lossByName } from '../../../src/core/model/loss.ts';

describe.each(['logistic', 'exponential'] as const)('the %s loss', (name) => {
  const loss = lossByName(name);

  it('has the slope and curvature that differences of it show', () => {
    // h = 1e-5: truncation h²ℓ‴/6 and rounding 1e-16/h stay below 1e-8 for |q| ≤ 3.
    const h = 1e-5;
    for (const q of [-3, -0.7, 0, 0.4, 2.5]) {
      expect(loss.slope(q)).toBeCloseTo((loss.value(q + h) - loss.value(q - h)) / (2 * h), 7);
      expect(loss.curvature(q)).toBeCloseTo((loss.slope(q + h) - loss.slope(q - h)) / (2 * h), 7);
    }
  });

  it('keeps a falling, non-zero slope far out where e^−q is tiny', () => {
    expect(loss.value(700)).toBeGreaterThan(0);
    expect(loss.slope(700)).toBeLessThan(0);
    expect(loss.curvature(700)).toBeGreaterThan(0);
  });
});

describe('the logistic loss', () => {
  const loss = lossByName('logistic');
  it('obeys ℓ″ = −ℓ′(1 + ℓ′) and grows linearly for very wrong margins', () => {
    for (const q of [-2, 0, 1.5]) {
      expect(loss.curvature(q)).toBeCloseTo(-loss.slope(q) * (1 + loss.slope(q)), 15);
    }
    expect(loss.value(-1e6)).toBe(1e6);
    expect(loss.slope(-1e6)).toBe(-1);
  });
});
