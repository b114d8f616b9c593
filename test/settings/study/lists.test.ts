import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../src/settings/schema.ts';
import { listText, parseList, rangeValues, type TypedRange } from '../../../src/settings/study/lists.ts';

const read = (text: string, spec: Parameters<typeof parseList>[0] = SETTINGS.gamma) => parseList(spec, text);

describe('a typed list', () => {
  it('is read with commas, semicolons, spaces and lines between its numbers, and sorted', () => {
    const wanted = { ok: true, value: [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1] };
    expect(read('0, 0.05, 0.1, 0.25, 0.5, 0.75, 1')).toEqual(wanted);
    expect(read('0;0.05; 0.1 ;0.25;0.5;0.75;1;')).toEqual(wanted);
    expect(read('1 0.05 .1  0.25\n0.5\t0.75 0')).toEqual(wanted);
  });

  it('takes numbers in every form that a single one may have', () => {
    expect(read('1e-5, 2·10⁻³, 10^-2, 1/28', SETTINGS.sigma0)).toEqual({
      ok: true,
      value: [1e-5, 0.002, 0.01, 1 / 28],
    });
    expect(read('1 / 4, 2 · 10^-3', SETTINGS.sigma0)).toEqual({ ok: true, value: [0.002, 0.25] });
    expect(read('10 100 1000', SETTINGS.m)).toEqual({ ok: true, value: [10, 100, 1000] });
  });

  it.each([
    ['0, 2', /leak γ = 2 is above 1/],
    ['0, abc', /“abc” is not a number/],
    ['0.1, 0.5, 0.10', /0\.10 is given twice/],
    [' , ;', /has no values/],
    [Array.from({ length: 65 }, (_, k) => k / 64).join(), /has 65 values; give 1 to 64/],
  ])('names the value that is wrong with its range: %s', (text, message) => {
    const checked = read(text);
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? '' : checked.message).toMatch(message);
  });

  it('is written so that it reads back the same', () => {
    const values = [10, 1_000, 10_000];
    expect(read(listText(SETTINGS.m, values), SETTINGS.m)).toEqual({ ok: true, value: values });
  });
});

describe('a range', () => {
  const range = (change: Partial<TypedRange> = {}): TypedRange => ({
    from: '1e-5',
    to: '1e-1',
    count: '5',
    spacing: 'log',
    ...change,
  });

  it('has so many values, evenly spaced on its scale, with the ends as typed', () => {
    expect(rangeValues(SETTINGS.sigma0, range())).toEqual({
      ok: true,
      value: [1e-5, 1e-4, 1e-3, 1e-2, 1e-1],
    });
    expect(rangeValues(SETTINGS.gamma, range({ from: '1', to: '0', spacing: 'linear' }))).toEqual({
      ok: true,
      value: [0, 0.25, 0.5, 0.75, 1],
    });
    expect(rangeValues(SETTINGS.m, range({ from: '10', to: '1000', count: '4' }))).toEqual({
      ok: true,
      value: [10, 46, 215, 1000],
    });
  });

  it.each([
    [range({ from: 'x' }), /“x” is not a number/],
    [range({ to: '11' }), /σ₀ = 11 is above 10/],
    [range({ count: '1' }), /“1” is not a whole number from 2 to 64/],
    [range({ count: '' }), /whole number from 2 to 64/],
  ])('names what is wrong: %o', (typed, message) => {
    const checked = rangeValues(SETTINGS.sigma0, typed);
    expect(checked.ok ? '' : checked.message).toMatch(message);
  });

  it('does not begin at 0 on a logarithmic scale, and gives no value twice', () => {
    const zero = rangeValues(SETTINGS.gamma, range({ from: '0', to: '1' }));
    expect(zero.ok ? '' : zero.message).toMatch(/γ = 0 has no place on a logarithmic scale/);
    const few = rangeValues(SETTINGS.m, range({ from: '1', to: '3', count: '5' }));
    expect(few.ok ? '' : few.message).toMatch(/from 1 to 3 has no 5 different values/);
  });
});
