import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { printedSpectral, rankBounds } from '../../../../src/core/claims/kou/rank-bound.ts';

const g = (z: number): number => -1 / (1 + Math.exp(z));

describe('facts that K uses, which no run can show', () => {
  it('Lemma H.4: log(1 + at)/log(1 + bt) grows with t where b > a > 0 (P1.13)', () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (a, more, s, later) => {
        const [b, t] = [a + more, s + later];
        const quotient = (time: number): number => Math.log1p(a * time) / Math.log1p(b * time);
        expect(quotient(t)).toBeGreaterThanOrEqual(quotient(s) * (1 - 1e-12));
      }),
    );
  });

  it('Lemma H.5: g(z₂)/g(z₁) ≤ 2(1 + e^(z₁ − z₂)), and ≥ e^(z₁ − z₂)/4 where z₂ ≥ −1 (P1.13)', () => {
    const margin = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(margin, margin, (z1, z2) => {
        const ratio = g(z2) / g(z1);
        expect(ratio).toBeLessThanOrEqual(2 * (1 + Math.exp(z1 - z2)) * (1 + 1e-12));
        if (z2 >= -1) expect(ratio).toBeGreaterThanOrEqual((Math.exp(z1 - z2) / 4) * (1 - 1e-12));
      }),
    );
  });

  it('Lemma D.4’s lower bound of ‖W‖₂² fails as printed at v/s = 100 with w(0) against v, and holds corrected (C21)', () => {
    // m equal rows v − √1.5·s in one direction, ‖w(0)‖² = 1.5 s² the most that Lemma B.1 allows, c → 0: ‖W‖₂²/m is
    const [v, s] = [100, 1];
    const square = (v - Math.sqrt(1.5) * s) ** 2;
    expect(square).toBeCloseTo(9_756.6, 1);
    expect(printedSpectral(v, s, 0)).toBeCloseTo(9_848.5, 9);
    expect(square).toBeLessThan(printedSpectral(v, s, 0));
    expect(square).toBeGreaterThanOrEqual(rankBounds(v, s, 0).spectral);
    expect(rankBounds(v, s, 0).spectral).toBeCloseTo(9_750, 9);
  });

  it('Lemma D.4’s bounds hold for any rows near each other (C21)', () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.array(fc.tuple(part, part, part, part), { minLength: 2, maxLength: 6 }),
        (v, rows) => {
          // Rows in the plane: w(0) within √1.5·s, v_r within √2·c of v_1 = (v, 0).
          const [s, c] = [1, 0.7];
          const w = rows.map(([a, b, x, y], r) => {
            const near = r === 0 ? 0 : c;
            return [v + near * x + s * 0.8 * a, near * y + s * 0.8 * b] as const;
          });
          const m = w.length;
          const frobenius = w.reduce((sum, [x, y]) => sum + x * x + y * y, 0);
          const [xx, xy, yy] = w.reduce(([p, q, t], [x, y]) => [p + x * x, q + x * y, t + y * y], [0, 0, 0]);
          const largest = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
          const bounds = rankBounds(v, s, c);
          expect(frobenius / m).toBeLessThanOrEqual(bounds.frobenius * (1 + 1e-12));
          expect(largest / m).toBeGreaterThanOrEqual(bounds.spectral - 1e-9);
        },
      ),
    );
  });
});
