import { describe, expect, it } from 'vitest';
import { interleaved, stretchesOf } from '../../../src/charts/marks/coincide.ts';

const COUNT = 100;
const xs = Float64Array.from({ length: COUNT }, (_, t) => 2 * t);
const curve = (at: (t: number) => number): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, t) => at(t));
const near = { near: 1, least: 20 };

describe('stretchesOf', () => {
  it('finds where curves lie on each other, alike for each of them', () => {
    const flat = curve(() => 50);
    const joins = curve((t) => (t < 40 ? 90 - t : 50.4));
    const [a, b] = stretchesOf(xs, [flat, joins], COUNT, near);
    expect(a).toEqual([
      { from: 0, to: 40, group: 0b01 },
      { from: 40, to: 99, group: 0b11 },
    ]);
    expect(b!.map(({ from, to }) => [from, to])).toEqual(a!.map(({ from, to }) => [from, to]));
  });

  it('curves that cross or touch for a moment stay alone', () => {
    const stretches = stretchesOf(xs, [curve(() => 50), curve((t) => t)], COUNT, near);
    expect(stretches.map((all) => all.map(({ group }) => group))).toEqual([[0b01], [0b10]]);
  });

  it('a chain of near curves is one group, and a curve without a place is in none', () => {
    const chain = [0, 0.8, 1.6, NaN].map((y) => curve(() => y));
    const groups = stretchesOf(xs, chain, COUNT, near).map((all) => all[0]!.group);
    expect(groups).toEqual([0b0111, 0b0111, 0b0111, 0b1000]);
  });
});

it('interleaved dashes of a group take turns and leave no gap', () => {
  const group = 0b10110;
  const inked = (curveAt: number, place: number): boolean => {
    const { dash, offset } = interleaved(curveAt, group);
    const [on, off] = dash as [number, number];
    const period = on + off;
    return (((place + offset) % period) + period) % period < on;
  };
  for (let place = 0.5; place < 100; place++) {
    expect([1, 2, 4].filter((one) => inked(one, place)).length).toBe(1);
  }
});
