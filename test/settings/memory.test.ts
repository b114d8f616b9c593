import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../src/settings/memory.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { checkSettings, estimateBytes } from '../../src/settings/validate.ts';

const settings = { ...DEFAULTS, testPoints: 0 };

describe('the memory of a run', () => {
  it('is that of W(0), W, X, the Gram matrix and eight matrices of the pre-activations’ shape', () => {
    // 2m = 200, n = 10, and 1 + n + 2m = 211 coordinates whatever d is: the sum of products below, in doubles.
    expect(estimateBytes(settings)).toBe(8 * (2 * 200 * 211 + 10 * 211 + 8 * 200 * 10 + 10 * 10));
    expect(estimateBytes({ ...settings, d: 1e9 })).toBe(estimateBytes(settings));
  });

  it('counts all d entries where the data are not Gaussian, or d is below 1 + n + 2m', () => {
    const basis = { ...settings, data: 'orthogonal-basis' } as const;
    expect(estimateBytes(basis)).toBe(8 * (2 * 200 * 784 + 10 * 784 + 8 * 200 * 10 + 10 * 10));
    expect(checkSettings({ ...basis, d: 1e9 })[0]?.message).toContain('2m × d = 200 × 1,000,000,000 numbers');
    expect(estimateBytes({ ...settings, d: 50 })).toBe(8 * (2 * 200 * 50 + 10 * 50 + 8 * 200 * 10 + 10 * 10));
  });

  it('counts the test points’ vectors and products', () => {
    const more = estimateBytes({ ...settings, testPoints: 50 }) - estimateBytes(settings);
    expect(more).toBe(8 * 50 * (211 + 200 + 10));
  });

  it('counts a step in weight space, the second patch and what a penalty holds', () => {
    const more = (change: Partial<typeof settings>) =>
      estimateBytes({ ...settings, ...change }) - estimateBytes(settings);
    expect(more({ space: 'weight' })).toBe(8 * 200 * 211);
    expect(more({ data: 'signal-noise' })).toBe(8 * 3 * 200 * 10);
    expect(more({ regularizer: 'pegr' })).toBe(8 * 3 * 200 * 10);
    expect(more({ regularizer: 'fgr' })).toBe(more({ regularizer: 'pegr' }));
  });

  it('takes d from the file where there is one', () => {
    const file = { ...settings, data: 'dataset', d: 20_000 } as const;
    expect(estimateBytes(file, 100)).toBeLessThan(estimateBytes(file, 200));
    expect(estimateBytes(file)).toBe(estimateBytes(file, 784));
  });

  it('above the limit is refused with the largest product and what to lower', () => {
    const problems = checkSettings({ ...settings, m: 10_000, d: 20_000 });
    expect(problems).toEqual([
      {
        key: 'm',
        severity: 'error',
        message:
          '2m × d = 20,000 × 20,000 numbers, held twice, need 6.4 GB, the whole run 6.4 GB; ' +
          'a run may take 1.5 GB: lower neurons per class m or dimension d',
      },
    ]);
  });

  it('asks to lower nothing that the file decides', () => {
    const [problem] = checkSettings(
      { ...settings, data: 'dataset', file: '0123456789abcdef', m: 10_000 },
      { fileDimension: 100_000 },
    );
    expect(problem?.key).toBe('m');
    expect(problem?.message).toMatch(/: lower neurons per class m$/);
  });

  it('of the largest settings of the bench is within the limit', () => {
    // F Figure 1 at twice its width, and K Figure 5 (DESIGN §6).
    expect(estimateBytes({ ...settings, n: 100, d: 10_000, m: 512 })).toBeLessThan(MAX_BYTES);
    expect(estimateBytes({ ...settings, n: 20, d: 40, m: 10_000 })).toBeLessThan(MAX_BYTES);
  });
});
