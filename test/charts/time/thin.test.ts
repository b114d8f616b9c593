import { describe, expect, it } from 'vitest';
import type { Series, TimeContent } from '../../../src/charts/data/content.ts';
import { createThinning, thinned } from '../../../src/charts/time/thin.ts';
import { uniform } from '../synthetic.ts';

const BUCKETS = 16;
const T = 4_000;
const next = uniform(1);
const epochs = Float64Array.from({ length: T }, (_, t) => t);
/** A walk, with values of both signs. */
const walk = Float64Array.from(
  { length: T },
  (
    (at) => () =>
      (at += next() - 0.5)
  )(0),
);
const margins = Float64Array.from({ length: 3 * T }, () => next());
const mark = { label: 'W', colour: 'ink', dash: 'solid', width: 1, read: () => '' } as const;
const line: Series = { ...mark, kind: 'line', values: walk, band: null };
const bundle: Series = { ...mark, kind: 'bundle', matrix: margins, stride: 3, columns: Int32Array.of(2, 0) };
const banded: Series = {
  ...mark,
  kind: 'line',
  values: walk,
  band: { mean: walk, low: walk.map((v) => v - 1), high: walk.map((v) => v + 1), count: T },
};

const content = (count: number, change: Partial<TimeContent> = {}): TimeContent => ({
  epochs,
  count,
  series: [line],
  axis: 'linear',
  valueLabel: '',
  include: [],
  references: [],
  guide: null,
  runs: '',
  growing: false,
  ...change,
});

const valuesOf = ({ series, count }: TimeContent): number[] => {
  const [first] = series;
  return first?.kind === 'line' ? Array.from(first.values.subarray(0, count)) : [];
};
/** Epochs in one of the sixteen places along the axis. */
const inBucket = (k: number): Float64Array => walk.subarray((k * T) / BUCKETS, ((k + 1) * T) / BUCKETS);

describe('thinned content', () => {
  it('is the content itself while that is short', () => {
    const short = content(8 * BUCKETS);
    expect(thinned(short, createThinning(), 'linear', T, BUCKETS)).toBe(short);
  });

  it('keeps first, extremes and last of each place along the axis', () => {
    const thin = thinned(content(T), createThinning(), 'linear', T, BUCKETS);
    expect(thin.count).toBe(4 * BUCKETS);
    const values = valuesOf(thin);
    for (let k = 0; k < BUCKETS; k++) {
      const all = inBucket(k);
      const kept = values.slice(4 * k, 4 * k + 4);
      expect(kept[0]).toBe(all[0]);
      expect(kept[3]).toBe(all.at(-1));
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const inOrder = all.indexOf(low) < all.indexOf(high) ? [low, high] : [high, low];
      expect(kept.slice(1, 3)).toEqual(inOrder);
    }
    expect(thin.epochs[thin.count - 1]).toBe(T - 1);
  });

  for (const time of ['linear', 'log'] as const) {
    it(`grown bit by bit is what it is at once, on a ${time} axis`, () => {
      const source = {};
      const growing = createThinning();
      const series = [line, bundle, banded];
      for (const count of [500, 501, 502, 900, 2_500]) {
        thinned(content(count, { source, series }), growing, time, T, BUCKETS);
      }
      const grown = thinned(content(T, { source, series }), growing, time, T, BUCKETS);
      expect(grown).toEqual(thinned(content(T, { source, series }), createThinning(), time, T, BUCKETS));
      const [, thinBundle, thinBand] = grown.series;
      expect(thinBundle).toMatchObject({ stride: 2, columns: Int32Array.of(0, 1) });
      expect(thinBand).toMatchObject({ band: { count: grown.count } });
    });
  }

  it('looks only at epochs that it has not seen, and begins anew with another source, axis or size', () => {
    const source = {};
    const thinning = createThinning();
    const values = walk.slice();
    const series = [{ ...line, values }];
    const first = valuesOf(thinned(content(3_000, { source, series }), thinning, 'linear', T, BUCKETS))[0];
    values[0] = 99;
    const again = (change: Partial<TimeContent>, last = T): number =>
      valuesOf(thinned(content(T, { source, series, ...change }), thinning, 'linear', last, BUCKETS))[0]!;
    expect(again({})).toBe(first);
    expect(again({}, 2 * T)).toBe(99);
    values[0] = 98;
    expect(again({ source: {} })).toBe(98);
    values[0] = 97;
    expect(again({ axis: 'log' })).toBe(97);
  });

  it('leaves values without a place on a logarithmic axis out, and counts them', () => {
    const values = walk.map((value, t) => (t < T / 2 ? -1 : t % 2 === 0 ? 0 : 2 + value * 0.001));
    const thin = thinned(
      content(T, { axis: 'log', series: [{ ...line, values }] }),
      createThinning(),
      'linear',
      T,
      BUCKETS,
    );
    expect(thin.omitted).toBe(T / 2 + T / 4);
    const kept = valuesOf(thin);
    expect(kept.slice(0, 2 * BUCKETS).every(Number.isNaN)).toBe(true);
    expect(kept.slice(2 * BUCKETS).every((value) => value > 1.9)).toBe(true);
  });
});
