import { describe, expect, it } from 'vitest';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS, type Settings } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { isFront, pointsOf, singleStudy, type Study } from '../../../src/settings/study/study.ts';
import { legendWords, pointInWords, valueInWords } from '../../../src/settings/study/words.ts';

const pinWords = (change: Partial<Settings>, name = ''): string => {
  const study: Study = { ...singleStudy(DEFAULTS), pins: [{ name, settings: { ...DEFAULTS, ...change } }] };
  return pointInWords(study, pointsOf(study)[1]!);
};

describe('pointInWords', () => {
  it('gives the values on the axes', () => {
    const study: Study = {
      ...singleStudy(DEFAULTS),
      axes: [axis('gamma', [0.1, 0.5]), axis('regularizer', MODES)],
    };
    expect(pointsOf(study).map((point) => pointInWords(study, point))).toEqual([
      'γ = 0.1, no regularisation',
      'γ = 0.1, PEGR',
      'γ = 0.1, FGR',
      'γ = 0.5, no regularisation',
      'γ = 0.5, PEGR',
      'γ = 0.5, FGR',
    ]);
  });

  it('is “in front” where nothing varies', () => {
    const study = singleStudy(DEFAULTS);
    expect(pointInWords(study, pointsOf(study)[0]!)).toBe('in front');
  });

  it('gives a pin’s name, or what differs, or that it is pinned', () => {
    expect(pinWords({ gamma: 0.5 }, 'leaky')).toBe('leaky');
    expect(pinWords({ gamma: 0.5, m: 7 })).toBe('γ = 0.5, m = 7');
    expect(pinWords({ gamma: 0.5, m: 7, n: 20, seed: 3, eta: 1 })).toMatch(/^(\S+ = \S+ ?){3} and 2 more$/);
    expect(pinWords({})).toBe('pinned');
    // λ has no effect without a penalty.
    expect(pinWords({ lambdaPegr: 5 })).toBe('pinned');
  });
});

it('a value in words has its symbol, or its name where there is none', () => {
  expect(valueInWords('gamma', DEFAULTS)).toBe('γ = 0.1');
  expect(valueInWords('regularizer', { ...DEFAULTS, regularizer: 'fgr' })).toBe('FGR');
  expect(valueInWords('replacement', DEFAULTS)).toBe('draw with replacement: no');
});

it('one point of the axes is in front, and no pin', () => {
  const study: Study = {
    base: { ...DEFAULTS, gamma: 0.5, n: 20 },
    axes: [axis('gamma', [0.1, 0.5]), axis('n', [10, 20])],
    pins: [{ name: '', settings: { ...DEFAULTS, gamma: 0.5, n: 20 } }],
  };
  expect(pointsOf(study).map((point) => isFront(study, point))).toEqual([false, false, false, true, false]);
});

it('names σ₀ of F’s clusters as a multiple of ω_TF where it is a round one, as F’s figures do', () => {
  const clusters: Settings = { ...DEFAULTS, data: 'binary-clusters', m: 256, d: 10_000 };
  const words = (sigma0: number): string => valueInWords('sigma0', { ...clusters, sigma0 });
  expect([0.0001379, 0.01379, 1.379].map(words)).toEqual(['σ₀ = 0.01 ω_TF', 'σ₀ = 1 ω_TF', 'σ₀ = 100 ω_TF']);
  expect(legendWords('sigma0', { ...clusters, sigma0: 2.759e-4 })).toEqual({
    title: 'σ₀',
    value: '0.02 ω_TF',
  });
  expect(words(0.00014)).toBe('σ₀ = 0.00014');
  expect(valueInWords('sigma0', { ...clusters, data: 'two-xor', sigma0: 0.01379 })).toBe('σ₀ = 0.01379');
});
