import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCALARS, type ScalarName } from '../../../src/core/observe/quantities.ts';
import { SCALAR_RANGES } from '../../../src/core/observe/ranges.ts';
import { createBands, meansContent, type Mean } from '../../../src/charts/data/means.ts';
import { syntheticRecording } from '../synthetic.ts';

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
      expect(meansContent([first, second, third], bands, [loss], rest).runs).toMatch(
        /^mean ± 3 sd of 1 of 3 runs/,
      );
    }
    const ahead = [...bands.kept.values()].find(({ runs }) => runs.length === 2)!;
    expect(ahead.band.count).toBe(first.length);
    Object.assign(second, { end: first.end });
    Object.assign(third, { length: 3 });
    const content = meansContent([first, second, third], bands, [loss], rest);
    expect(content.source).toBe(ahead);
    const [mean] = meansContent([first, second], createBands(), [loss], rest).series;
    const valuesOf = (series = mean!): number[] =>
      series.kind === 'line' ? [...series.values.subarray(0, content.count)] : [];
    expect(valuesOf(content.series[0])).toEqual(valuesOf());
    expect([...bands.kept.values()].find(({ runs }) => runs.length === 3)!.band.count).toBe(3);
  });
});

describe('bands', () => {
  const kinds = ['sd', 'range', 'runs'] as const;
  const axes = ['linear', 'log'] as const;
  /** Anything that the quantity can be, however small or large. */
  const valueOf = (name: ScalarName): fc.Arbitrary<number> => {
    const [least, greatest] = SCALAR_RANGES[name];
    const size = fc.double({ min: -12, max: greatest === 1 ? 0 : 6, noNaN: true }).map((e) => 10 ** e);
    if (least === -Infinity) return fc.tuple(size, fc.boolean()).map(([v, negative]) => (negative ? -v : v));
    return fc.oneof(
      size.map((v) => Math.min(greatest, least + v)),
      fc.constant(least),
    );
  };
  const runsOf = fc.constantFrom(...SCALARS).chain((name) =>
    fc.record({
      name: fc.constant(name),
      columns: fc.array(fc.array(valueOf(name), { minLength: 6, maxLength: 6 }), {
        minLength: 2,
        maxLength: 12,
      }),
    }),
  );
  const contentOf = (
    name: ScalarName,
    columns: readonly number[][],
    kind: (typeof kinds)[number],
    axis: (typeof axes)[number],
  ) => {
    const bare = syntheticRecording({ length: 6 });
    const runs = columns.map((column) => ({ ...bare, column: () => Float64Array.from(column) }));
    const offset = name.startsWith('stableRank') ? 1 : 0;
    const mean: Mean = { ...loss, scalar: name, offset };
    const [series] = meansContent(runs, createBands(kind), [mean], { ...rest, axis }).series;
    if (series?.kind !== 'line') throw new Error('not a line');
    return { series, offset };
  };

  it('never leave what is possible, nor their mean', () => {
    fc.assert(
      fc.property(
        runsOf,
        fc.constantFrom(...kinds),
        fc.constantFrom(...axes),
        ({ name, columns }, kind, axis) => {
          const { series, offset } = contentOf(name, columns, kind, axis);
          const { mean, low, high } = series.band ?? {
            mean: series.values,
            low: series.values,
            high: series.values,
          };
          const [least, greatest] = SCALAR_RANGES[name];
          for (let t = 0; t < 6; t++) {
            // A mean of equal runs is a rounding beside them.
            const slack = 1e-12 * Math.max(1, Math.abs(mean[t]!));
            expect(low[t]).toBeGreaterThanOrEqual(least - offset - slack);
            expect(high[t]).toBeLessThanOrEqual(greatest - offset + slack);
            expect(low[t]).toBeLessThanOrEqual(mean[t]!);
            expect(high[t]).toBeGreaterThanOrEqual(mean[t]!);
          }
        },
      ),
    );
  });

  it('have no gap on a logarithmic axis where all runs have a place', () => {
    fc.assert(
      fc.property(runsOf, fc.constantFrom('sd', 'range'), ({ name, columns }, kind) => {
        const { series, offset } = contentOf(name, columns, kind, 'log');
        for (let t = 0; t < 6; t++) {
          const least = Math.min(...columns.map((column) => column[t]! - offset));
          if (least > 0) expect(series.band!.low[t]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are the runs themselves where each is drawn, less what the mean is less', () => {
    const { series } = contentOf(
      'stableRankAll',
      [
        [1, 2, 3, 4, 5, 6],
        [1, 4, 9, 16, 25, 36],
      ],
      'runs',
      'log',
    );
    expect(series.band).toBeNull();
    expect(series.members!.map((member) => [...member])).toEqual([
      [0, 1, 2, 3, 4, 5],
      [0, 3, 8, 15, 24, 35],
    ]);
  });

  it('say what they are, and read it out', () => {
    const runs = [1, 2, 3].map((seed) => syntheticRecording({ seed }));
    const words = (kind: (typeof kinds)[number], axis: (typeof axes)[number]) => {
      const { runs: note, series } = meansContent(runs, createBands(kind), [loss], { ...rest, axis });
      return [note, series[0]!.read(20)];
    };
    expect(words('sd', 'linear')).toEqual(['mean ± 3 sd of 3 runs', expect.stringMatching(/^\S+ ± \S+$/)]);
    expect(words('sd', 'log')[0]).toBe('mean ± 3 sd of 3 runs, not below the least');
    expect(words('range', 'log')).toEqual([
      'mean, and least to most of 3 runs',
      expect.stringMatching(/^\S+ \(\S+ … \S+\)$/),
    ]);
    expect(words('runs', 'log')[0]).toBe('mean, and each of 3 runs');
  });
});
