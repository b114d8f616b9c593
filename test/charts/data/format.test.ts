import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatPercent,
  formatTicks,
  formatValue,
  powerOfTen,
} from '../../../src/charts/data/format.ts';

describe('formatValue', () => {
  it('writes four significant digits with a true minus sign', () => {
    expect(formatValue(51.234)).toBe('51.23');
    expect(formatValue(1)).toBe('1.000');
    expect(formatValue(-0.031, 2)).toBe('−0.031');
    expect(formatValue(12345.6)).toBe('12,346');
  });

  it('writes powers of ten below a thousandth and from a hundred thousand on', () => {
    expect(formatValue(3.21e-5, 3)).toBe('3.21·10⁻⁵');
    expect(formatValue(-1e-9, 1)).toBe('−10⁻⁹');
    expect(formatValue(2.5e12, 2)).toBe('2.5·10¹²');
  });

  it('writes zero as 0 and says when a number is not finite', () => {
    expect(formatValue(0)).toBe('0');
    expect(formatValue(NaN)).toBe('not finite');
    expect(formatValue(-Infinity)).toBe('not finite');
  });
});

describe('formatTicks', () => {
  it('gives all ticks of an axis as many decimals as their step needs', () => {
    expect(formatTicks([0, 0.5, 1])).toEqual(['0.0', '0.5', '1.0']);
    expect(formatTicks([-20, 0, 20])).toEqual(['−20', '0', '20']);
  });

  it('writes powers of ten at odd scales', () => {
    expect(formatTicks([0, 2e-9, 4e-9])).toEqual(['0', '2·10⁻⁹', '4·10⁻⁹']);
    expect(formatTicks([0, 5e8, 1e9])).toEqual(['0', '5·10⁸', '10⁹']);
  });

  it('is total on one tick, on none and on zero alone', () => {
    expect(formatTicks([])).toEqual([]);
    expect(formatTicks([0])).toEqual(['0']);
    expect(formatTicks([3])).toEqual(['3']);
  });
});

it('powers of ten, counts and shares are written as people write them', () => {
  expect(powerOfTen(-12)).toBe('10⁻¹²');
  expect(formatCount(1000)).toBe('1,000');
  expect(formatPercent(0.042)).toBe('4.2 %');
});
