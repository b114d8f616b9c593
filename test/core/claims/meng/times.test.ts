import { describe, expect, it } from 'vitest';
import { signalTime } from '../../../../src/core/claims/meng/times.ts';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { runToEnd } from '../../../golden/golden.ts';

/** The theory-like setting of CLAIMS C4: Theorem 3.2's λ = 1/(σ_p√d). */
const theory = {
  n: 20,
  m: 10,
  secondLayer: '1/m',
  eta: 0.02,
  sigma0: 1e-4,
  meanNorm: 1,
  delta: 0.01,
} as const;

describe('T₁ of M Theorem 3.2', () => {
  it('is 4,027 epochs as printed and 8,054 as it holds in the setting of CLAIMS C4', () => {
    const { printed, corrected } = signalTime(theory);
    expect([Math.floor(printed), Math.floor(corrected)]).toEqual([4_027, 8_054]);
    expect(corrected).toBe(2 * printed);
  });

  it('is the same for a second layer ±1 with η/m and σ₀/√m: the network with W scaled by √m', () => {
    const same = signalTime({ ...theory, secondLayer: '1', eta: 0.002, sigma0: 1e-4 / Math.sqrt(10) });
    expect(same.corrected).toBeCloseTo(signalTime(theory).corrected, 6);
  });

  it('is 0 where the weights are so large that the logarithm is not positive', () => {
    expect(signalTime({ ...theory, sigma0: 5 })).toEqual({ corrected: 0, printed: 0 });
  });

  it('leaves max_r γ below its bound in each class when printed, and within both bounds when corrected', () => {
    const { printed, corrected } = signalTime(theory);
    const experiment: Experiment = {
      data: { kind: 'signal-noise', n: 20, d: 40_000, meanNorm: 1, noiseSd: 0.2 },
      m: 10,
      activation: { kind: 'relu-power', q: 2 },
      secondLayer: '1/m',
      loss: 'logistic',
      regularizer: { kind: 'pegr', lambda: 1 / (0.2 * 200) },
      sigma0: 1e-4,
      method: { kind: 'gradient-descent', eta: 0.02 },
      epochs: Math.ceil(corrected),
      // Ten points in each class. The growth rate is n_j/n: with 12 to 8 (seed 1) the larger class is past 5/log n.
      seed: 5,
      testPoints: 0,
      space: 'auto',
    };
    // M Prop. 5.6, items 2 and 3: 1/(√(2 log(8m/δ)) log n) ≤ max_r γ_{j,r}(T₁) ≤ 5/log n for each j.
    const least = 1 / (Math.sqrt(2 * Math.log(80 / 0.01)) * Math.log(20));
    const most = 5 / Math.log(20);
    const largestAt = (epochs: number) => {
      const { snapshots } = runToEnd({ ...experiment, epochs: Math.ceil(epochs) });
      const { gamma } = [...snapshots.values()].at(-1)!.neurons!;
      return [Math.max(...gamma.subarray(0, 10)), Math.max(...gamma.subarray(10))];
    };
    for (const gamma of largestAt(printed)) expect(gamma).toBeLessThan(least / 5);
    for (const gamma of largestAt(corrected)) {
      expect(gamma).toBeGreaterThan(least);
      expect(gamma).toBeLessThan(most);
    }
    // 12,081 epochs.
  }, 60_000);
});
