import { describe, expect, it } from 'vitest';
import { logMeanWithOne } from '../../../src/core/special/log-mean.ts';
import { pow } from '../../../src/core/special/pow.ts';
import { FUNCTIONS } from './pinned-bits.ts';
import { around, between, bitsOfAll, bothSigns, COUNT, positive } from './pinned-range.ts';

const HALF_LN2 = 0.34657359027997264;
const halfTurns = Array.from({ length: 130 }, (_, k) => (k - 60) * HALF_LN2);

interface Case {
  readonly name: string;
  readonly of: (x: number) => number;
  readonly arguments: number[];
  readonly bits: string;
}

const CASES: Case[] = [
  {
    name: 'exp',
    of: FUNCTIONS.exp,
    arguments: [...between(-745.2, 709.8), ...between(-1, 1), ...around(...halfTurns)],
    bits: 'ed764019fc5cb116',
  },
  {
    name: 'expm1',
    of: FUNCTIONS.expm1,
    arguments: [
      ...between(-45, 709.8),
      ...between(-3, 3),
      ...between(0, 45),
      ...bothSigns(-60, 5),
      ...around(...halfTurns, -38.816242, 5.551115123125783e-17, -5.551115123125783e-17),
    ],
    bits: '2154a0476e8e3ab0',
  },
  {
    name: 'log',
    of: FUNCTIONS.log,
    arguments: [...positive(-1074, 1023), ...between(0.5, 2), ...around(Math.SQRT1_2, 1, Math.SQRT2)],
    bits: 'b28a126952de97d9',
  },
  {
    name: 'log1p',
    of: FUNCTIONS.log1p,
    arguments: [
      ...positive(-70, 70),
      ...between(-1, 1),
      ...between(0, 20),
      ...bothSigns(-60, -1),
      ...around(-0.2928931713104248, 0.41421318054199219, 1.1102230246251565e-16, 2 ** 53, 2 ** 54),
    ],
    bits: '80d8aac439aa55c3',
  },
  { name: 'log1pExp', of: FUNCTIONS.log1pExp, arguments: between(-150, 100), bits: '46044354012435e3' },
  { name: 'sigmoid', of: FUNCTIONS.sigmoid, arguments: between(-150, 100), bits: '49cd981e37e8c97d' },
  { name: 'logMeanWithOne', of: logMeanWithOne, arguments: between(0, 1), bits: '129c5c56d01ef444' },
];

describe('over its whole range', () => {
  it.each(CASES)('$name has the bits that links were made with', ({ of, arguments: xs, bits }) => {
    expect(bitsOfAll(xs.map(of))).toBe(bits);
  });

  it('pow has the bits that links were made with', () => {
    const exponents = between(-3, 3);
    const corners = [0x3988e, 0x3988f, 0xbb679, 0xbb67a].map((fraction) => 1 + fraction / 2 ** 20);
    const bases = [...positive(-1074, 1023), ...between(0.5, 2), ...between(0, 1)];
    const values = [
      ...bases.map((base, i) => pow(base, exponents[i % COUNT]!)),
      ...corners.flatMap((base) => exponents.map((exponent) => pow(base, 200 * exponent))),
      ...between(-1080, 1030).map((exponent) => pow(2, exponent)),
      ...between(-2, 2).map((exponent) => pow(1.5, exponent)),
    ];
    expect(bitsOfAll(values)).toBe('a3bb953a68e2f7d5');
  });
});
