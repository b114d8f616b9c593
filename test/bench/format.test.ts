import { describe, expect, it } from 'vitest';
import { count, ratio, table, time } from '../../bench/format.ts';

describe('the words of the benchmarks', () => {
  it('write times with three digits, small ones in microseconds', () => {
    expect(time(0.038_24)).toBe('38.2 µs');
    expect(time(3.5)).toBe('3.5 ms');
    expect(time(1_234.5)).toBe('1,230 ms');
    expect(time(NaN)).toBe('–');
  });

  it('write ratios with as many digits as they deserve', () => {
    expect(ratio(0.764)).toBe('0.76×');
    expect(ratio(12.4)).toBe('12×');
    expect(ratio(1_436)).toBe('1,440×');
    expect(ratio(Infinity)).toBe('–');
  });

  it('write powers of ten as such', () => {
    expect([10, 784, 1e3, 1e9, 2e3].map(count)).toEqual(['10', '784', '10³', '10⁹', '2,000']);
  });

  it('make tables that no cell can end', () => {
    expect(table(['a', 'b'], [['1|2', 'x\ny']])).toBe('| a | b |\n|---|---|\n| 1\\|2 | x y |');
  });
});
