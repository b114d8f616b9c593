import { describe, expect, it } from 'vitest';
import { FUNCTIONS, PINNED, bitsOf } from './pinned-bits.ts';

describe('special functions', () => {
  it.each(PINNED)('%s(%d) has the bits %s', (name, x, bits) => {
    expect(bitsOf(FUNCTIONS[name](x))).toBe(bits);
  });
});
