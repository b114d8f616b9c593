import { describe, expect, it } from 'vitest';
import { createBands, meansContent, type Mean } from '../../src/charts/means.ts';
import { syntheticRecording } from './synthetic.ts';

const loss: Mean = { scalar: 'loss', label: 'loss', colour: 'ink', dash: 'solid', width: 1 };
const rest = {
  axis: 'linear',
  valueLabel: '',
  include: [],
  references: [],
  guide: null,
} as const;

describe('means over runs', () => {
  it('have the same source while the same runs grow, and another when runs join', () => {
    const bands = createBands();
    const first = syntheticRecording({ seed: 1 });
    const second = syntheticRecording({ seed: 2 });
    const { source } = meansContent([first], bands, [loss], rest);
    expect(meansContent([first], bands, [loss], rest).source).toBe(source);
    expect(meansContent([first, second], bands, [loss], rest).source).not.toBe(source);
  });

  it('are the same taken bit by bit as at once', () => {
    const bands = createBands();
    const lengths = [5, 20, 51];
    const whole = [1, 2].map((seed) => syntheticRecording({ seed, ended: false }));
    const grown = lengths.map((length) => {
      // The same objects, longer each time, as recordings are.
      for (const recording of whole) Object.assign(recording, { length });
      return meansContent(whole, bands, [loss], rest);
    });
    const atOnce = meansContent(whole, createBands(), [loss], rest);
    const valuesOf = (content: typeof atOnce): number[] =>
      content.series.flatMap((series) =>
        series.kind === 'line' ? Array.from(series.values.subarray(0, content.count)) : [],
      );
    expect(grown.at(-1)!.count).toBe(51);
    expect(valuesOf(grown.at(-1)!)).toEqual(valuesOf(atOnce));
  });

  it('are filled ahead while the next run comes, and are the same when it has ended', () => {
    const bands = createBands();
    const first = syntheticRecording({ seed: 1 });
    const second = syntheticRecording({ seed: 2, ended: false });
    const third = syntheticRecording({ seed: 3, ended: false });
    Object.assign(third, { length: 0 });
    for (const length of [5, 20, first.length]) {
      Object.assign(second, { length });
      expect(meansContent([first, second, third], bands, [loss], rest).runs).toBe(
        'mean ± 3 sd of 1 of 3 runs',
      );
    }
    const ahead = [...bands.values()].find(({ runs }) => runs.length === 2)!;
    expect(ahead.band.count).toBe(first.length);
    Object.assign(second, { end: first.end });
    Object.assign(third, { length: 3 });
    const content = meansContent([first, second, third], bands, [loss], rest);
    expect(content.source).toBe(ahead);
    const [mean] = meansContent([first, second], createBands(), [loss], rest).series;
    const valuesOf = (series = mean!): number[] =>
      series.kind === 'line' ? [...series.values.subarray(0, content.count)] : [];
    expect(valuesOf(content.series[0])).toEqual(valuesOf());
    expect([...bands.values()].find(({ runs }) => runs.length === 3)!.band.count).toBe(3);
  });
});
