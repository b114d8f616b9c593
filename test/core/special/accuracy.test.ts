import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/core/special/exp.ts';
import { expm1 } from '../../../src/core/special/expm1.ts';
import { log } from '../../../src/core/special/log.ts';
import { log1p } from '../../../src/core/special/log1p.ts';
import { log1pExp } from '../../../src/core/special/log1p-exp.ts';
import { logMeanWithOne } from '../../../src/core/special/log-mean.ts';
import { pow } from '../../../src/core/special/pow.ts';
import { sigmoid } from '../../../src/core/special/sigmoid.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';
import { errorOf } from './exact.ts';
import { bitsOf } from './pinned-bits.ts';

const COUNT = 400;
let row = 0;

/** COUNT fixed draws on (0, 1), others at each call. */
function draws(): number[] {
  const u = new Float64Array(COUNT);
  fillUniforms(20260101, 'data', row++, u, 0, COUNT);
  return [...u];
}

const between = (from: number, to: number) => draws().map((u) => from + (to - from) * u);
/** Both signs, magnitudes 2^from to 2^to. */
const magnitudes = (from: number, to: number) => {
  const signs = draws();
  return between(from, to).map((power, i) => (signs[i]! < 0.5 ? -1 : 1) * 2 ** power);
};
const positive = (from: number, to: number) => between(from, to).map((power) => 2 ** power);

const worst = (xs: number[], error: (x: number) => number) => Math.max(...xs.map(error));

/** How many doubles lie between a and b, of one sign. */
function steps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const distance = BigInt(`0x${bitsOf(a)}`) - BigInt(`0x${bitsOf(b)}`);
  return Math.abs(Number(distance));
}

interface Case {
  readonly name: string;
  readonly of: (x: number) => number;
  readonly error: (x: number, value: number) => number;
  readonly bound: number;
  readonly arguments: number[];
}

const CASES: Case[] = [
  {
    name: 'exp',
    of: exp,
    error: errorOf.exp,
    bound: 1,
    arguments: [...between(-745, 709.7), ...between(-1, 1), ...magnitudes(-60, 9), ...between(-745, -708)],
  },
  {
    name: 'expm1',
    of: expm1,
    error: errorOf.expm1,
    bound: 1,
    arguments: [...between(-40, 709.7), ...between(-3, 3), ...magnitudes(-60, 5)],
  },
  {
    name: 'log',
    of: log,
    error: errorOf.log,
    bound: 1,
    arguments: [...positive(-1074, 1023.9), ...between(0.5, 2), ...between(0.999, 1.001)],
  },
  {
    name: 'log1p',
    of: log1p,
    error: errorOf.log1p,
    bound: 1,
    arguments: [
      ...positive(-180, 1023),
      ...between(-1, 1),
      ...magnitudes(-60, -1),
      ...positive(-50, 0).map((x) => x - 1),
    ],
  },
  // Sums and quotients of two or three values that are each within 1 ulp.
  { name: 'log1pExp', of: log1pExp, error: errorOf.log1pExp, bound: 2, arguments: between(-150, 100) },
  { name: 'sigmoid', of: sigmoid, error: errorOf.sigmoid, bound: 3, arguments: between(-150, 100) },
];

describe('special functions against exact integer arithmetic', () => {
  it.each(CASES)('$name is within $bound ulp of the exact value', ({ of, error, bound, arguments: xs }) => {
    expect(worst(xs, (x) => error(x, of(x)))).toBeLessThan(bound);
  });

  it('pow is within 1 ulp of the exact value, for exponents up to where the power overflows', () => {
    const bases = [...positive(-1000, 1000), ...between(0.5, 2), ...positive(-30, -1).map((x) => 1 + x)];
    const shares = [...draws(), ...draws(), ...draws()];
    const errors = bases.map((base, i) => {
      const exponent = ((2 * shares[i]! - 1) * 700) / Math.log(base);
      return errorOf.pow(base, exponent, pow(base, exponent));
    });
    expect(Math.max(...errors)).toBeLessThan(1);
  });

  it('pow is within 1 ulp where its two ways meet', () => {
    const exponents = between(-600, 600);
    const bases = [0x3988e, 0x3988f, 0xbb679, 0xbb67a].map((fraction) => 1 + fraction / 2 ** 20);
    for (const base of bases)
      expect(worst(exponents, (y) => errorOf.pow(base, y, pow(base, y)))).toBeLessThan(1);
  });

  it('logMeanWithOne is within 2^−52 of log ½(1 + e), and 0 at e = 1', () => {
    expect(worst([0, 1, ...draws()], (e) => errorOf.logMeanWithOne(e, logMeanWithOne(e)))).toBeLessThan(1);
    expect(logMeanWithOne(1)).toBe(0);
  });

  it('the reference itself tells a value from its neighbour', () => {
    expect(errorOf.exp(1, Math.E)).toBeLessThan(0.5);
    expect(errorOf.exp(1, Math.E + 2 ** -51)).toBeGreaterThan(0.5);
    expect(errorOf.log(10, Math.LN10)).toBeLessThan(0.5);
    expect(errorOf.pow(2, 0.5, Math.SQRT2)).toBeLessThan(0.5);
  });
});

describe('special functions against the platform', () => {
  it.each([
    ['exp', exp, Math.exp, [...between(-750, 720), ...magnitudes(-1074, 10)]],
    ['expm1', expm1, Math.expm1, [...between(-60, 720), ...magnitudes(-1074, 10)]],
    ['log', log, Math.log, [...positive(-1074, 1023), ...between(0.5, 2)]],
    ['log1p', log1p, Math.log1p, [...positive(-1074, 1023), ...between(-1, 1)]],
  ] as const)('%s is Math.%s or a neighbour of it', (_name, ours, theirs, xs) => {
    // Both are within 1 ulp of the same value.
    expect(worst([...xs], (x) => steps(ours(x), theirs(x)))).toBeLessThanOrEqual(1);
  });
});
