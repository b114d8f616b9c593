import { describe, expect, it } from 'vitest';
import { noiseSuppression } from '../../../../src/core/claims/meng/threshold.ts';
import { runToEnd } from '../../../golden/golden.ts';
import { M_FIGURES } from '../../experiments.ts';

/** 20 points in so many dimensions that their noise is all but orthogonal, and all of length σ_p√d within 1 %. */
const D = 40_000;
const start = { m: 10, n: 20, d: D, secondLayer: '1', noiseSd: 0.05 } as const;

/** The largest memorised noise after 40 small steps, relative to the start. */
function growth(mode: 'pegr' | 'fgr', lambda: number): number {
  const { epochs } = runToEnd({
    ...M_FIGURES,
    data: { kind: 'signal-noise', n: start.n, d: D, meanNorm: 1e-6, noiseSd: start.noiseSd },
    regularizer: { kind: mode, lambda },
    sigma0: 1e-4,
    epochs: 40,
  });
  return epochs.get(40)!.scalars.noise / epochs.get(0)!.scalars.noise;
}

describe('the threshold at which a penalty takes noise back (CLAIMS C8)', () => {
  it('is 1 for λ = 1/‖ξ‖² with PEGR, and n times that with FGR', () => {
    expect(noiseSuppression('pegr', 1 / (0.0025 * (D - 1)), start)).toBeCloseTo(1, 12);
    expect(noiseSuppression('fgr', 20 / (0.0025 * (D - 1)), start)).toBeCloseTo(1, 12);
    expect(noiseSuppression('pegr', 0.01, { ...start, secondLayer: '1/m' })).toBeCloseTo(
      noiseSuppression('pegr', 0.001, start),
      12,
    );
  });

  it.each(['pegr', 'fgr'] as const)('of %s has the noise grow below it and shrink above', (mode) => {
    const unit = 1 / noiseSuppression(mode, 1, start);
    expect(growth(mode, 0.9 * unit)).toBeGreaterThan(1);
    expect(growth(mode, 1.1 * unit)).toBeLessThan(1);
  });
});
