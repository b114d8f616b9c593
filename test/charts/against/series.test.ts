import { describe, expect, it } from 'vitest';
import { placeByKey, placeUnder } from '../../../src/charts/against/pointing.ts';
import { againstGeometry, placeScale, valueExtent } from '../../../src/charts/against/scales.ts';
import { againstContent, spreadOf, type AgainstContent } from '../../../src/charts/against/series.ts';
import { againstSummary, againstTable, reading } from '../../../src/charts/against/words.ts';
import type { OutcomeSpec } from '../../../src/charts/against/outcome.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { pointsWith } from './recording.ts';

const END: OutcomeSpec = { quantity: 'loss', moment: 'end', threshold: 0 };
const BELOW: OutcomeSpec = { quantity: 'loss', moment: 'below', threshold: 0.2 };
const GAMMA = axis('gamma', [0, 0.1, 0.5]);
const SIGMA = axis('sigma0', [1e-5, 1e-3]);
/** Three seeds around γ, more for larger σ₀. */
const losses = ({ gamma, sigma0 }: { gamma: number; sigma0: number }): readonly number[] =>
  [-1, 0, 1].map((seed) => gamma + 100 * sigma0 + 0.01 * seed);
const contentOf = (spec = END, band: AgainstContent['band'] = 'sd'): AgainstContent =>
  againstContent(pointsWith([GAMMA, SIGMA], losses, [{ gamma: 0.3 }]), spec, band, 0)!;

describe('an outcome against the first axis', () => {
  it('is a line for each value of the second axis, and a mark for each pin at its own value', () => {
    const { setting, series } = contentOf();
    expect(setting).toBe('gamma');
    expect(series.map(({ label, pin }) => [label, pin])).toEqual([
      ['σ₀ = 1e-5', false],
      ['σ₀ = 0.001', false],
      ['pin 1', true],
    ]);
    expect(series.map(({ places }) => places.map(({ value }) => value))).toEqual([
      [0, 0.1, 0.5],
      [0, 0.1, 0.5],
      [0.3],
    ]);
    expect(series[1]!.places[2]!.mean).toBeCloseTo(0.6, 12);
    expect(new Set(series.map(({ colour, marker }) => `${colour} ${marker}`)).size).toBe(3);
  });

  it('is nothing where nothing varies', () => {
    expect(againstContent(pointsWith([], losses), END, 'sd', 0)).toBeNull();
  });

  it('has the mean ± 3 sd over the seeds within what is possible, or their least and most', () => {
    const values = [0.01, 0.02, 0.6].map((value) => ({ kind: 'value', value }) as const);
    const sd = spreadOf(values, END, 'sd');
    // mean 0.21, s = 0.33779…: mean − 3 s is below 0, which no loss is.
    expect([sd.mean, sd.low]).toEqual([0.21, 0]);
    expect(sd.high).toBeCloseTo(0.21 + 3 * 0.337787, 5);
    expect(spreadOf(values, END, 'range')).toMatchObject({ low: 0.01, high: 0.6 });
  });

  it('has no mean where a run never passes, or diverged: it would be of the others alone', () => {
    const value = { kind: 'value', value: 3 } as const;
    expect(spreadOf([value, { kind: 'never' }], BELOW, 'sd').mean).toBeNull();
    expect(spreadOf([value, { kind: 'diverged' }], END, 'sd').mean).toBeNull();
    expect(spreadOf([value, { kind: 'waiting' }], END, 'sd').mean).toBe(3);
  });
});

describe('words of an outcome', () => {
  it('say the mean and its spread, and who never passes', () => {
    const content = contentOf(BELOW);
    const [weak, strong] = content.series;
    expect(reading(content, weak!.places[0]!)).toBe('9 ± 0');
    expect(reading(content, strong!.places[1]!)).toBe('1 of 3 never, the others 9');
    expect(reading(content, strong!.places[2]!)).toBe('never');
  });

  it('tell the whole chart in a sentence', () => {
    const points = pointsWith([GAMMA], () => [0.5]);
    expect(againstSummary(againstContent(points, END, 'sd', 0)!)).toBe(
      'Training loss at the end against leak γ: 0.5000 at γ = 0; 0.5000 at γ = 0.1; 0.5000 at γ = 0.5.',
    );
    expect(againstSummary(againstContent(points, BELOW, 'sd', 0)!)).toContain(
      'First epoch with training loss at or below 0.2 against leak γ: never at γ = 0',
    );
  });

  it('have a row for each value and line, with each run', () => {
    const { columns, count, row } = againstTable(contentOf(BELOW));
    expect([columns.length, count]).toEqual([6, 7]);
    expect(row(4)).toEqual(['0.1', 'σ₀ = 0.001', '1 of 3 never, the others 9', '9', '9', 'never']);
    expect(row(6)[1]).toBe('pin 1');
  });
});

describe('the axis of what varies', () => {
  const at = (...[setting, values]: [Parameters<typeof placeScale>[0], Parameters<typeof placeScale>[1]]) => {
    const scale = placeScale(setting, values, 200, 10, 10);
    return { ...scale, xs: values.map((value) => Math.round(scale.position(value))) };
  };

  it('is the setting’s own: linear, or logarithmic', () => {
    expect(at('gamma', [0, 0.5, 1])).toMatchObject({ kind: 'linear', xs: [10, 100, 190] });
    expect(at('sigma0', [1e-5, 1e-4, 1e-3])).toMatchObject({ kind: 'log', xs: [10, 100, 190], broken: 0 });
  });

  it('has a place of its own for 0 beside a logarithmic axis', () => {
    const { kind, xs, broken } = at('noiseSd', [0, 0.01, 1]);
    expect([kind, xs[0], xs[2]]).toEqual(['log', 10, 190]);
    expect(broken).toBeGreaterThan(xs[0]!);
    expect(broken).toBeLessThan(xs[1]!);
  });

  it('has choices as categories by their names', () => {
    const { kind, xs, ticks } = at('regularizer', ['none', 'pegr', 'fgr']);
    expect([kind, xs]).toEqual(['categories', [40, 100, 160]]);
    expect(ticks.map(({ label }) => label)).toEqual(['none', 'PEGR', 'FGR']);
  });

  it('leaves out labels that have no room, not ticks', () => {
    const { ticks } = at('gamma', [0, 0.01, 1]);
    expect(ticks.map(({ label }) => label)).toEqual(['0', '', '1']);
  });

  it('has one value in the middle', () => {
    expect(at('sigma0', [1e-3]).xs).toEqual([100]);
  });
});

describe('the axis of the outcome', () => {
  it('counts epochs from 0, and has room above for those that never pass', () => {
    const content = contentOf(BELOW);
    const needed = valueExtent(content);
    expect(needed).toEqual({ extent: [0, 9], axis: 'linear' });
    const box = { width: 300, height: 200, em: 13 };
    expect(againstGeometry(content, needed, box).rim).toBeLessThan(0);
    expect(againstGeometry(contentOf(END), valueExtent(contentOf(END)), box).rim).toBeNull();
  });

  it('stands still while the playhead moves: it has all that was recorded', () => {
    const playhead = contentOf({ ...END, moment: 'playhead' });
    expect(valueExtent(playhead).extent[1]).toBe(1);
  });
});

describe('a place', () => {
  it('is found under the pointer: along the axis first, then by height', () => {
    const content = contentOf();
    const geometry = againstGeometry(content, valueExtent(content), { width: 300, height: 200, em: 13 });
    const { place, value } = geometry;
    const found = placeUnder(content, geometry, place.position(0.5) + 3, value.position(0.6));
    expect(found).toEqual({ series: 1, place: 2 });
    expect(placeUnder(content, geometry, place.position(0.5) - 3, value.position(0.5) + 4)).toEqual({
      series: 0,
      place: 2,
    });
  });

  it('is reached by arrow keys, and the ends are ends', () => {
    const content = contentOf();
    expect(placeByKey(content, 'ArrowRight', { series: 0, place: 2 })).toEqual({ series: 0, place: 2 });
    expect(placeByKey(content, 'ArrowLeft', { series: 0, place: 2 })).toEqual({ series: 0, place: 1 });
    expect(placeByKey(content, 'ArrowDown', { series: 1, place: 2 })).toEqual({ series: 2, place: 0 });
    expect(placeByKey(content, 'a', { series: 0, place: 0 })).toBeNull();
  });
});
