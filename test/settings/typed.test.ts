import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/settings/schema.ts';
import { formatValue, parseTyped } from '../../src/settings/slider.ts';
import { NUMBER_SPECS } from './arbitrary.ts';

describe('a typed number', () => {
  it.each([
    ['1e-3', 0.001],
    ['0.001', 0.001],
    [' .001 ', 0.001],
    ['1/28', 1 / 28],
    ['1e-3/2', 0.0005],
    ['10^-3', 0.001],
    ['10^(-3)', 0.001],
    ['10⁻³', 0.001],
    ['2·10^-3', 0.002],
    ['2 × 10⁻³', 0.002],
    ['+0.5', 0.5],
  ])('may be %s', (text, value) => {
    expect(parseTyped(SETTINGS.sigma0, text)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,000', 1000],
    ['1 000', 1000],
    ['1 000', 1000],
    ['1e3', 1000],
    ['10^3', 1000],
    ['1,000,000', 1_000_000],
  ])('may be whole: %s', (text, value) => {
    expect(parseTyped(SETTINGS.epochs, text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'learning rate η = “” is not a number; write it as 0.001, 1e-3, 1/28 or 10^-3'],
    ['0,5', 'learning rate η = “0,5” is not a number; write it as 0.001, 1e-3, 1/28 or 10^-3'],
    ['abc', 'learning rate η = “abc” is not a number; write it as 0.001, 1e-3, 1/28 or 10^-3'],
    ['1/2/3', 'learning rate η = “1/2/3” is not a number; write it as 0.001, 1e-3, 1/28 or 10^-3'],
    ['1/', 'learning rate η = “1/” is not a number; write it as 0.001, 1e-3, 1/28 or 10^-3'],
    ['1/0', 'learning rate η = Infinity is not a number from 1e-6 to 1e6'],
    ['0/0', 'learning rate η = NaN is not a number from 1e-6 to 1e6'],
    ['−1', 'learning rate η = -1 is below 1e-6'],
    ['-10^2', 'learning rate η = -100 is below 1e-6'],
    ['1e-999', 'learning rate η = 1e-999 is too near 0 to be told from it'],
    ['10^-999', 'learning rate η = 10^-999 is too near 0 to be told from it'],
    ['1e-999/1e-999', 'learning rate η = 1e-999/1e-999 is too near 0 to be told from it'],
    ['1e999', 'learning rate η = 1e999 is too large to be a number here'],
    ['1e9', 'learning rate η = 1e9 is above 1e6'],
  ])('is refused with a reason: %s', (text, message) => {
    expect(parseTyped(SETTINGS.eta, text)).toEqual({ ok: false, message });
  });

  it('that has to be whole is refused when it is not', () => {
    expect(parseTyped(SETTINGS.n, '10.5')).toEqual({
      ok: false,
      message: 'training points n = 10.5 is not a whole number',
    });
    expect(parseTyped(SETTINGS.n, 'ten')).toMatchObject({
      message: expect.stringContaining('1000, 1,000 or 1e3') as string,
    });
  });

  it('may be what the control shows, for every setting and value', () => {
    const cases = fc
      .constantFrom(...NUMBER_SPECS)
      .chain((spec) =>
        fc.tuple(
          fc.constant(spec),
          spec.kind === 'integer'
            ? fc.integer({ min: spec.min, max: spec.max })
            : fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((x) => x + 0),
        ),
      );
    fc.assert(
      fc.property(cases, ([spec, value]) => {
        expect(parseTyped(spec, formatValue(spec, value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+e^/·⁻³ 10x')) }), (text) => {
        expect(typeof parseTyped(SETTINGS.eta, text).ok).toBe('boolean');
      }),
    );
  });
});
