import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/settings/schema.ts';
import {
  describeValue,
  formatGigabytes,
  formatNumber,
  labelOf,
  shorten,
  visible,
  shortNumber,
} from '../../src/settings/words.ts';

describe('shortNumber', () => {
  it.each([
    [0.001, '0.001'],
    [1e-5, '1e-5'],
    [0.0001, '1e-4'],
    [1000, '1000'],
    [20000, '2e4'],
    [1e9, '1e9'],
    [1.5e300, '1.5e300'],
    [0.1, '0.1'],
    [4294967275, '4294967275'],
    [-0.5, '-0.5'],
    [0, '0'],
  ])('writes %d as %s', (x, text) => {
    expect(shortNumber(x)).toBe(text);
  });

  it('parses back to the same double, in no more characters than String', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const text = shortNumber(x);
        expect(Number(text)).toBe(x + 0);
        expect(text.length).toBeLessThanOrEqual(String(x).length);
      }),
    );
  });
});

describe('formatNumber', () => {
  it('puts commas into whole numbers', () => {
    expect(formatNumber(1_000_000, 'integer')).toBe('1,000,000');
    expect(formatNumber(784, 'integer')).toBe('784');
    expect(formatNumber(1234.5678)).toBe('1,234.5678');
  });

  it('does not write out what a double cannot hold to the unit', () => {
    expect(formatNumber(1e300, 'integer')).toBe('1e300');
  });
});

it('gigabytes have two significant digits', () => {
  expect(formatGigabytes(3.2e9)).toBe('3.2 GB');
  expect(formatGigabytes(123e9)).toBe('120 GB');
});

describe('untrusted text', () => {
  it('is cut to 60 characters without cutting one in half', () => {
    expect(shorten('a'.repeat(60))).toBe('a'.repeat(60));
    expect(shorten('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
    expect(shorten('😀'.repeat(100))).toBe(`${'😀'.repeat(59)}…`);
  });

  it('shows its control and direction characters as signs', () => {
    expect(shorten('a\u0000b\u202ec\ud800')).toBe('a␀b\\u202ec\\ud800');
  });

  it('and values of any type can be named', () => {
    expect(
      describeValue({
        toString: () => {
          throw new Error('hostile');
        },
      }),
    ).toBe('a value of type object');
    expect(describeValue(Symbol('x'))).toBe('a value of type symbol');
    expect(describeValue(undefined)).toBe('undefined');
  });
});

it('a setting is called by its name and symbol', () => {
  expect(labelOf(SETTINGS.eta)).toBe('learning rate η');
  expect(labelOf(SETTINGS.gamma)).toBe('leak γ');
  expect(labelOf(SETTINGS.seed)).toBe('seed');
  expect(labelOf(SETTINGS.positive)).toBe('labels of class +1');
});

describe('text from outside', () => {
  it.each([
    ['a\nb\tc\r', 'a␊b␉c␍'],
    ['\u0000\u007f\u0085', '␀␡\\u0085'],
    ['exe.\u202evsc', 'exe.\\u202evsc'],
    ['a\u200bb\ufeff\u2028', 'a\\u200bb\\ufeff\\u2028'],
    ['\u{e0041}', '\\u{e0041}'],
    ['Größe 数 😀.csv', 'Größe 数 😀.csv'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(visible(shown)).toBe(shown);
  });
});
