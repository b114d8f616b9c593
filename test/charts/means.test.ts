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
});
