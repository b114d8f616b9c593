import { describe, expect, it } from 'vitest';
import { comparedContent, frontSeries } from '../../../src/charts/data/compared.ts';
import type { LineSeries } from '../../../src/charts/data/content.ts';
import { createBands } from '../../../src/charts/data/means.ts';
import type { Mean } from '../../../src/charts/data/means.ts';
import { comparedRuns, syntheticRecording } from '../synthetic.ts';

const LOSS: Mean = { scalar: 'loss', label: 'loss', colour: 'accent', dash: 'solid', width: 2 };
const NOISE: Mean = { scalar: 'noise', label: 'noise', colour: 'accent', dash: 'dashed', width: 2 };
const REST = { axis: 'linear', valueLabel: '', include: [], references: [], guide: null } as const;

const variants = comparedRuns({ n: 4, m: 3, epochs: 40 });
const pegr = variants[1]!.recordings;
const lines = (series: readonly unknown[]): LineSeries[] => series as LineSeries[];

describe('comparedContent', () => {
  it('is the chart of one mode where nothing is compared', () => {
    const { series, legendColumns } = comparedContent(
      pegr,
      variants.slice(1, 2),
      createBands(),
      [LOSS],
      REST,
    );
    expect(series.map(({ label, colour }) => [label, colour])).toEqual([['loss', 'accent']]);
    expect(legendColumns).toBeUndefined();
  });

  it('has one curve a mode, the one in front heavier', () => {
    const { series } = comparedContent(pegr, variants, createBands(), [LOSS], REST);
    expect(series.map(({ label }) => label)).toEqual(['none', 'PEGR', 'FGR']);
    const [none, front, fgr] = lines(series);
    expect(front!.width).toBeGreaterThan(none!.width);
    expect(fgr!.width).toBe(none!.width);
    expect(new Set(series.map(({ dash }) => dash)).size).toBe(3);
    expect(none!.values[7]).not.toBe(front!.values[7]);
    expect(front!.band).not.toBeNull();
  });

  it('tells several quantities apart by dash and modes by colour and marker', () => {
    const content = comparedContent(pegr, variants, createBands(), [LOSS, NOISE], REST);
    expect(content.series.map(({ label }) => label)).toEqual([
      'loss, none',
      'loss, PEGR',
      'loss, FGR',
      'noise, none',
      'noise, PEGR',
      'noise, FGR',
    ]);
    const looks = lines(content.series).map(({ dash, colour, marker }) => `${dash} ${colour} ${marker}`);
    expect(new Set(looks).size).toBe(6);
    expect(content.legendColumns).toBe(3);
  });

  it('reads the mean alone in the legend and its spread in the table', () => {
    const [none] = comparedContent(pegr, variants, createBands(), [LOSS], REST).series;
    expect(none!.read(7)).toContain(' ± ');
    expect(none!.brief!(7)).not.toContain('±');
    expect(none!.read(7).startsWith(none!.brief!(7))).toBe(true);
  });

  it('lets a mode that is not as far end where it is', () => {
    const short = [
      variants[0]!,
      { ...variants[1]!, recordings: [syntheticRecording({ epochs: 40, length: 12 })] },
      variants[2]!,
    ];
    const { series, count, epochs } = comparedContent(
      short[1]!.recordings,
      short,
      createBands(),
      [LOSS],
      REST,
    );
    expect([count, epochs[count - 1]]).toEqual([41, 40]);
    const line = lines(series)[1]!;
    expect([line.values[11]! > 0, line.values[12], line.values[40]]).toEqual([true, NaN, NaN]);
    expect([line.read(40), line.brief!(40)]).toEqual(['–', '–']);
  });

  it('is empty before the first epoch', () => {
    const waiting = variants.map((variant) => ({
      ...variant,
      recordings: [syntheticRecording({ length: 0, ended: false })],
    }));
    const content = comparedContent(waiting[0]!.recordings, waiting, createBands(), [LOSS], REST);
    expect(content.count).toBe(0);
  });

  it('marks where the penalties were switched off', () => {
    const { marks } = comparedContent(pegr, variants, createBands(), [LOSS], REST);
    expect(marks).toEqual([{ epoch: 20, label: 'PEGR and FGR off' }]);
  });
});

it('frontSeries is the quantity of the mode in front alone', () => {
  const series = frontSeries(pegr, variants, createBands(), NOISE, 41, 'linear')!;
  expect([series.label, series.colour]).toEqual(['noise, PEGR', 'mode-pegr']);
  expect(frontSeries([syntheticRecording()], variants, createBands(), NOISE, 41, 'linear')).toBeNull();
});
