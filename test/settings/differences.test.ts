import { describe, expect, test } from 'vitest';
import { differencePhrase, differencesOf } from '../../src/settings/differences.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';

describe('what differs between two settings', () => {
  test('is named by its symbol, with both values as people write them', () => {
    const differences = differencesOf(DEFAULTS, { ...DEFAULTS, gamma: 0.25, m: 2_000 });
    expect(differencePhrase(differences, 3)).toBe('γ 0.1 → 0.25, m 100 → 2,000');
    expect(differencePhrase(differences, 3, 'after')).toBe('γ 0.25, m 2,000');
  });

  test('is named by its name where it has no symbol, and choices by their labels', () => {
    const differences = differencesOf(DEFAULTS, { ...DEFAULTS, method: 'sgd' });
    expect(differencePhrase(differences, 3)).toMatch(/^Method .+ → .+SGD/);
  });

  test('leaves out what has no effect: the power q without ReLU^q', () => {
    expect(differencesOf(DEFAULTS, { ...DEFAULTS, q: 3 })).toEqual([]);
  });

  test('says how many more there are than it names', () => {
    const after = { ...DEFAULTS, gamma: 0.25, m: 200, n: 12, d: 900, eta: 0.2 };
    expect(differencePhrase(differencesOf(DEFAULTS, after), 2)).toBe('γ 0.1 → 0.25, m 100 → 200 and 3 more');
  });

  test('is nothing between equal settings', () => {
    expect(differencePhrase(differencesOf(DEFAULTS, DEFAULTS), 3)).toBe('');
  });
});
