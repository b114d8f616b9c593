import { describe, expect, it } from 'vitest';
import { readDecimal } from '../../src/settings/decimal.ts';

describe('readDecimal', () => {
  it.each([
    ['0.10', 0.1, null],
    ['-000', -0, null],
    ['0e5', 0, null],
    ['5e-324', 5e-324, null],
    ['1e-999', 0, 'too small'],
    ['-.001e-400', -0, 'too small'],
    ['1e309', Infinity, 'too large'],
    ['0.30000000000000001', 0.3, null],
    ['0.3000000000000000001', 0.3, 'digits'],
    ['1000000000000000000000', 1e21, null],
  ] as const)('reads %s as %s and says what was lost', (text, value, lost) => {
    expect(readDecimal(text)).toEqual({ value, lost });
  });
});
