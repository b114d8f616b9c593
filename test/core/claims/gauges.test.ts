import { describe, expect, it } from 'vitest';
import type { Assumption, DataFacts } from '../../../src/core/claims/gauge.ts';
import * as frei from '../../../src/core/claims/frei/gauges.ts';
import * as kou from '../../../src/core/claims/kou/gauges.ts';
import * as meng from '../../../src/core/claims/meng/gauges.ts';
import type { Experiment } from '../../../src/core/experiment.ts';
import { SETTINGS } from '../../../src/settings/schema.ts';
import { K_FIGURE_1, M_FIGURES } from '../experiments.ts';

/** K's Figure 1 data of CLAIMS P1.2: R_min²/(R² n p) = 0.757. */
const FACTS: DataFacts = { n: 10, d: 784, neurons: 200, rMin: 27, rMax: 29, p: 83.5, signalNorm: null };

const F_EXPERIMENT: Experiment = {
  ...K_FIGURE_1,
  activation: { kind: 'smooth-leaky-relu', gamma: 0.5 },
  secondLayer: '1/sqrt(2m)',
};

const M_FACTS: DataFacts = { n: 20, d: 400, neurons: 20, rMin: 1, rMax: 10, p: 1, signalNorm: 1 };

const CASES: readonly (readonly [string, Assumption, Experiment, DataFacts])[] = [
  ['K’s data', kou.nearlyOrthogonal, K_FIGURE_1, FACTS],
  ['K’s step', kou.smallStep, { ...K_FIGURE_1, method: { kind: 'gradient-descent', eta: 10 } }, FACTS],
  ['K’s initialisation', kou.smallInitialisation, { ...K_FIGURE_1, sigma0: 1 }, FACTS],
  ['K’s width', kou.wide, K_FIGURE_1, FACTS],
  ['K’s dimension', kou.manyDimensions, K_FIGURE_1, { ...FACTS, d: 40 }],
  ['F’s data for the flow', frei.nearlyOrthogonalFlow, F_EXPERIMENT, FACTS],
  ['F’s data for descent', frei.nearlyOrthogonalDescent, F_EXPERIMENT, FACTS],
  ['F’s step', frei.smallStep, F_EXPERIMENT, FACTS],
  ['F’s initialisation', frei.smallInitialisation, F_EXPERIMENT, FACTS],
  ['M’s dimension', meng.manyDimensions, M_FIGURES, M_FACTS],
  ['M’s signal', meng.weakSignal, M_FIGURES, { ...M_FACTS, signalNorm: 5 }],
  ['M’s initialisation', meng.smallInitialisation, { ...M_FIGURES, sigma0: 1 }, M_FACTS],
  ['M’s step', meng.smallStep, { ...M_FIGURES, method: { kind: 'gradient-descent', eta: 10 } }, M_FACTS],
  ['M’s size', meng.enough, M_FIGURES, { ...M_FACTS, n: 4, neurons: 40 }],
];

/** Data and experiment after a setting was turned; Gaussian data: ‖x‖² ∝ d, p ∝ √d. */
function turned(
  experiment: Experiment,
  facts: DataFacts,
  setting: string,
  to: number,
): [Experiment, DataFacts] {
  switch (setting) {
    case 'd': {
      const times = to / facts.d;
      const [rMin, rMax] = [facts.rMin * Math.sqrt(times), facts.rMax * Math.sqrt(times)];
      return [experiment, { ...facts, d: to, rMin, rMax, p: (facts.p ?? 0) * Math.sqrt(times) }];
    }
    case 'm':
      return [experiment, { ...facts, neurons: 2 * to }];
    case 'n':
      return [experiment, { ...facts, n: to }];
    case 'eta':
      return [{ ...experiment, method: { kind: 'gradient-descent', eta: to } }, facts];
    case 'sigma0':
      return [{ ...experiment, sigma0: to }, facts];
    case 'noiseSd':
      return [{ ...experiment, data: { ...experiment.data, noiseSd: to } as Experiment['data'] }, facts];
    default:
      throw new Error(`no test turns ${setting}`);
  }
}

describe('a gauge', () => {
  it.each(CASES)(
    'of %s that is not met names a setting and a value that meet it',
    (_, assumption, experiment, facts) => {
      const before = assumption(experiment, facts);
      expect(before.met).toBe(false);
      expect(before.suggestion).toBeDefined();
      const { setting, value } = before.suggestion!;
      expect(Object.keys(SETTINGS)).toContain(setting);
      const after = assumption(...turned(experiment, facts, setting, value));
      // To rounding: it is the value at which it begins to hold.
      const off = after.relation === '≥' ? after.needs - after.value! : after.value! - after.needs;
      expect(off).toBeLessThanOrEqual(1e-9 * after.needs);
    },
  );

  it('of K’s data is 0.757 γ⁴ at its Figure 1, and asks for some 10⁷ dimensions with γ = 0.1', () => {
    const gauge = kou.nearlyOrthogonal(
      { ...K_FIGURE_1, activation: { kind: 'leaky-relu', gamma: 0 } },
      FACTS,
    );
    expect(gauge.value).toBeCloseTo(0.757, 2);
    expect(gauge.suggestion!.value).toBeCloseTo(784 / 0.757 ** 2, -1);
    expect(kou.nearlyOrthogonal(K_FIGURE_1, FACTS).value).toBeCloseTo(0.757e-4, 6);
  });

  it('is always met by orthogonal data, and cannot be told without the inner products', () => {
    expect(kou.nearlyOrthogonal(K_FIGURE_1, { ...FACTS, p: 0 })).toMatchObject({
      value: Infinity,
      met: true,
    });
    expect(kou.nearlyOrthogonal(K_FIGURE_1, { ...FACTS, p: null })).toMatchObject({ value: null, met: null });
  });

  it('of F’s data has C_R of about 1,010 at γ = 0.1, 54 at γ = 0.5 for R near 1 (CLAIMS P2.17)', () => {
    expect(frei.ratioBound(0.1, 1)).toBeCloseTo(1_010, 6);
    expect(frei.ratioBound(0.5, Math.sqrt(1.1))).toBeCloseTo(54, 6);
  });

  it('of M’s dimension is far from met at its figures: d = 400 against m²n² = 40,000', () => {
    expect(meng.manyDimensions(M_FIGURES, M_FACTS)).toMatchObject({
      value: 0.01,
      suggestion: { setting: 'd', value: 40_000 },
    });
  });
});
