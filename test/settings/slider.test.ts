import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../src/settings/check.ts';
import { SETTINGS } from '../../src/settings/schema.ts';
import { formatValue, fromPosition, nudge, POSITIONS, toPosition } from '../../src/settings/slider.ts';
import type { NumberSpec } from '../../src/settings/spec.ts';
import { NUMBER_SPECS } from './arbitrary.ts';

const anySpec = fc.constantFrom(...NUMBER_SPECS);
const anyPosition = fc.integer({ min: 0, max: POSITIONS });
const anyValue = (spec: NumberSpec): fc.Arbitrary<number> =>
  spec.kind === 'integer'
    ? fc.integer({ min: spec.min, max: spec.max })
    : fc.double({ min: spec.min, max: spec.max, noNaN: true });
const specAndValue = anySpec.chain((spec) => fc.tuple(fc.constant(spec), anyValue(spec)));

describe('a slider', () => {
  it('reaches both ends exactly, and stands there for them', () => {
    for (const spec of NUMBER_SPECS) {
      expect(fromPosition(spec, 0)).toBe(spec.min);
      expect(fromPosition(spec, POSITIONS)).toBe(spec.max);
      expect(toPosition(spec, spec.min)).toBe(0);
      expect(toPosition(spec, spec.max)).toBe(POSITIONS);
    }
  });

  it('never goes down when it is moved up', () => {
    for (const spec of NUMBER_SPECS) {
      let last = spec.min;
      for (let position = 0; position <= POSITIONS; position++) {
        const value = fromPosition(spec, position);
        expect(value).toBeGreaterThanOrEqual(last);
        last = value;
      }
    }
  });

  it('gives only values that its spec allows', () => {
    fc.assert(
      fc.property(anySpec, anyPosition, (spec, position) => {
        const value = fromPosition(spec, position);
        expect(checkSpec(spec, value)).toEqual({ ok: true, value });
      }),
    );
  });

  it('stands in order of its values', () => {
    fc.assert(
      fc.property(
        anySpec.chain((spec) => fc.tuple(fc.constant(spec), anyValue(spec), anyValue(spec))),
        ([spec, a, b]) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(toPosition(spec, low)).toBeLessThanOrEqual(toPosition(spec, high));
        },
      ),
    );
  });

  it('stands where it was put, within the rounding of its values', () => {
    fc.assert(
      fc.property(anySpec, anyPosition, (spec, position) => {
        const value = fromPosition(spec, position);
        const back = fromPosition(spec, toPosition(spec, value));
        // Two significant digits are 5 % at most; a position of the widest slider is 4.3 % more.
        expect(Math.abs(back - value)).toBeLessThanOrEqual(
          spec.scale === 'linear' ? 1e-12 * value + (spec.step ?? 0) : 0.1 * value,
        );
      }),
    );
  });

  it('has two significant digits on a logarithmic scale', () => {
    for (let position = 1; position < POSITIONS; position++) {
      const value = fromPosition(SETTINGS.sigma0, position);
      expect(value).toBe(Number(value.toPrecision(2)));
    }
  });

  it('has whole steps on a linear scale, without binary dust', () => {
    expect(fromPosition(SETTINGS.gamma, 290)).toBe(0.29);
    expect(fromPosition(SETTINGS.gamma, 573)).toBe(0.57);
  });

  it('has a detent at zero', () => {
    expect(fromPosition(SETTINGS.meanSd, 19)).toBe(0);
    expect(fromPosition(SETTINGS.meanSd, 20)).toBe(1e-4);
    expect(toPosition(SETTINGS.meanSd, 0)).toBe(0);
    expect(toPosition(SETTINGS.meanSd, 1e-9)).toBe(20);
  });

  it('puts decades at equal distances', () => {
    const at = [1e-6, 1e-3, 1, 1e3, 1e6].map((eta) => toPosition(SETTINGS.eta, eta));
    expect(at).toEqual([0, 250, 500, 750, 1000]);
  });

  it('stands at an end for what is no number or out of range', () => {
    expect(toPosition(SETTINGS.eta, NaN)).toBe(0);
    expect(toPosition(SETTINGS.eta, 1e9)).toBe(POSITIONS);
  });
});

describe('an arrow key', () => {
  it.each<[NumberSpec, number, number, number]>([
    [SETTINGS.gamma, 0.1, 0.11, 0.09],
    [SETTINGS.gamma, 0.29, 0.3, 0.28],
    [SETTINGS.gamma, 1, 1, 0.99],
    [SETTINGS.eta, 0.1, 0.11, 0.099],
    [SETTINGS.eta, 0.3, 0.31, 0.29],
    [SETTINGS.sigma0, 1e-5, 1.1e-5, 9.9e-6],
    [SETTINGS.n, 10, 11, 9],
    [SETTINGS.n, 100, 110, 99],
    [SETTINGS.d, 784, 790, 780],
    [SETTINGS.meanSd, 0, 1e-4, 0],
    [SETTINGS.meanSd, 1e-4, 1.1e-4, 0],
    [SETTINGS.testPoints, 1, 2, 0],
    [SETTINGS.runs, 20, 20, 19],
  ])('moves %o from %d to %d or %d', (spec, value, up, down) => {
    expect(nudge(spec, value, 1)).toBe(up);
    expect(nudge(spec, value, -1)).toBe(down);
  });

  it.each<[NumberSpec, number, number, number]>([
    [SETTINGS.gamma, 0.5, 0.6, 0.4],
    [SETTINGS.eta, 0.1, 0.2, 0.05],
    [SETTINGS.eta, 0.3, 0.5, 0.2],
    [SETTINGS.d, 784, 1000, 500],
    [SETTINGS.seed, 1, 11, 0],
  ])('with the large step moves %o from %d to %d or %d', (spec, value, up, down) => {
    expect(nudge(spec, value, 1, true)).toBe(up);
    expect(nudge(spec, value, -1, true)).toBe(down);
  });

  it('always moves the value, unless it is at the end, and to an allowed one', () => {
    fc.assert(
      fc.property(
        specAndValue,
        fc.constantFrom(1 as const, -1 as const),
        fc.boolean(),
        ([spec, value], direction, large) => {
          const next = nudge(spec, value, direction, large);
          expect(checkSpec(spec, next)).toEqual({ ok: true, value: next });
          const end = direction > 0 ? spec.max : spec.min;
          if (value === end) expect(next).toBe(end);
          else expect(Math.sign(next - value)).toBe(direction);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('values are shown plainly', () => {
  expect(formatValue(SETTINGS.sigma0, 0.001)).toBe('0.001');
  expect(formatValue(SETTINGS.sigma0, 1e-5)).toBe('1e-5');
  expect(formatValue(SETTINGS.epochs, 1_000_000)).toBe('1,000,000');
  expect(formatValue(SETTINGS.d, 20_000)).toBe('20,000');
});
