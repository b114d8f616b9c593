import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/core/special/exp.ts';
import { expm1 } from '../../../src/core/special/expm1.ts';
import { log } from '../../../src/core/special/log.ts';
import { log1p } from '../../../src/core/special/log1p.ts';
import { log1pExp } from '../../../src/core/special/log1p-exp.ts';
import { pow } from '../../../src/core/special/pow.ts';
import { sigmoid } from '../../../src/core/special/sigmoid.ts';

const SPECIAL = [
  0,
  -0,
  Infinity,
  -Infinity,
  NaN,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  Number.MAX_VALUE,
  -1,
  1e-310,
];

describe('special functions at the ends of their ranges', () => {
  it.each([
    ['exp', exp, Math.exp],
    ['expm1', expm1, Math.expm1],
    ['log', log, Math.log],
    ['log1p', log1p, Math.log1p],
  ] as const)(
    '%s has the values of Math.%s at zeros, infinities, NaN and subnormal numbers',
    (_name, ours, theirs) => {
      expect(SPECIAL.map(ours)).toEqual(SPECIAL.map(theirs));
    },
  );

  it('exp overflows and underflows where the exact value does', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
  });

  it('expm1 and log1p keep the sign of zero and tiny arguments', () => {
    for (const x of [-0, 1e-300, -1e-300, 1e-17]) {
      expect(expm1(x)).toBe(x);
      expect(log1p(x)).toBe(x);
    }
  });

  it('log1pExp tends to e^x on the left and to x on the right without overflow', () => {
    expect(log1pExp(-800)).toBe(0);
    expect(log1pExp(-700)).toBe(exp(-700));
    expect(log1pExp(800)).toBe(800);
    expect(log1pExp(Infinity)).toBe(Infinity);
    expect(log1pExp(-Infinity)).toBe(0);
    expect(log1pExp(NaN)).toBeNaN();
  });

  it('sigmoid goes from 0 to 1 without NaN, and keeps its relative accuracy near 0', () => {
    expect([-Infinity, 0, Infinity].map(sigmoid)).toEqual([0, 0.5, 1]);
    expect(sigmoid(-700)).toBe(exp(-700));
    expect(sigmoid(-800)).toBe(0);
    expect(sigmoid(800)).toBe(1);
    expect(sigmoid(NaN)).toBeNaN();
  });

  it('pow has C’s values at 0, 1, infinities and out of range', () => {
    expect(pow(0, 2)).toBe(0);
    expect(pow(0, -2)).toBe(Infinity);
    expect(pow(0, 0)).toBe(1);
    expect(pow(Infinity, 0.5)).toBe(Infinity);
    expect(pow(Infinity, -0.5)).toBe(0);
    expect(pow(1, Infinity)).toBe(1);
    expect(pow(2, Infinity)).toBe(Infinity);
    expect(pow(0.5, Infinity)).toBe(0);
    expect(pow(0.5, -1e30)).toBe(Infinity);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1074)).toBe(Number.MIN_VALUE);
    expect(pow(2, -1076)).toBe(0);
    expect(pow(Number.MIN_VALUE, 0.5)).toBe(2 ** -537);
    expect([pow(0, 0.5), pow(0, -0.5)]).toEqual([0, Infinity]);
    expect([pow(2, 2000), pow(2, -2000), pow(0.5, -2000), pow(0.5, 2000)]).toEqual([
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect([pow(2, 1e300), pow(2, -1e300), pow(0.5, -1e300), pow(0.5, 1e300)]).toEqual([
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect([pow(0, NaN), pow(Infinity, NaN), pow(NaN, 0), pow(1, NaN)]).toEqual([NaN, NaN, 1, 1]);
    expect(pow(-1, 2)).toBeNaN();
    expect(pow(NaN, 2)).toBeNaN();
    expect(pow(2, NaN)).toBeNaN();
  });

  it('pow overflows and underflows where the exact value does', () => {
    // 2^1024 (1 − 2^−54) is half a unit above the largest double, and 2^−1075 half the least.
    expect(pow(Number.MAX_VALUE ** 0.5, 2)).toBeLessThan(Infinity);
    expect(pow(Number.MAX_VALUE, 1.0000000000000002)).toBe(Infinity);
    expect(pow(2 ** 512, 1.9999999999999998)).toBeLessThan(Infinity);
    expect(pow(2 ** -537, 2.0000000000000004)).toBe(Number.MIN_VALUE);
    expect(pow(2 ** -43, 25)).toBe(0);
    expect(pow(2 ** -25, 43)).toBe(0);
  });

  it('pow gives the base and its square, correctly rounded', () => {
    for (const base of [0.1, 0.7, 1.3, 1e-5, 12345.678, 1e150]) {
      expect(pow(base, 1)).toBe(base);
      expect(pow(base, 2)).toBe(base * base);
    }
  });

  it('pow gives whole powers of two exactly', () => {
    for (let k = -1074; k < 1024; k++) expect(pow(2, k)).toBe(2 ** k);
  });
});
