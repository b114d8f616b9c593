import { describe, expect, it } from 'vitest';
import type { LineSeries, TimeContent } from '../../../src/charts/data/content.ts';
import { timeGeometry } from '../../../src/charts/scales/geometry.ts';
import { bandInto, createBand } from '../../../src/charts/data/statistics.ts';

const line = (values: readonly number[], band: LineSeries['band'] = null): LineSeries => ({
  kind: 'line',
  label: 'a',
  colour: 'ink',
  dash: 'solid',
  width: 1,
  values: Float64Array.from(values),
  band,
  read: String,
});

const content = (
  axis: 'linear' | 'log',
  series: TimeContent['series'],
  more: Partial<TimeContent> = {},
): TimeContent => ({
  epochs: Float64Array.of(0, 1, 2),
  count: 3,
  series,
  axis,
  valueLabel: '',
  include: [],
  references: [],
  guide: null,
  runs: '',
  growing: false,
  ...more,
});

const box = { width: 400, height: 200, em: 13 };

describe('timeGeometry', () => {
  it('counts the values that a logarithmic axis leaves out, and fits it to the others', () => {
    const geometry = timeGeometry(content('log', [line([0, -1, 0.5])]), box, 'linear', 2);
    expect(geometry.omitted).toBe(2);
    expect(geometry.value.domain[0]).toBeGreaterThan(0);
    expect(geometry.value.domain[1]).toBeLessThan(10);
  });

  it('has room for the band and for single runs, and counts what has no place once', () => {
    const band = bandInto(createBand(), [Float64Array.of(7, 7, 7), Float64Array.of(9, 9, 9)], 3);
    const linear = timeGeometry(content('linear', [line([8, 8, 8], band)]), box, 'linear', 2);
    expect(linear.value.domain[0]).toBeLessThanOrEqual(band.low[0]!);
    expect(linear.value.domain[1]).toBeGreaterThanOrEqual(band.high[0]!);
    const members = [Float64Array.of(0, 100, 3)];
    const log = timeGeometry(content('log', [{ ...line([8, -1, 8]), members }]), box, 'linear', 2);
    expect(log.value.domain[1]).toBeGreaterThanOrEqual(100);
    expect(log.omitted).toBe(1);
  });

  it('has room for the run before the last change, as far as the time axis goes', () => {
    const before = { content: content('linear', [line([5, 50, 5_000])]), what: 'm = 1' };
    const both = content('linear', [line([1, 2, 3])], { before });
    expect(timeGeometry(both, box, 'linear', 1).value.domain).toEqual([0, 50]);
    expect(timeGeometry(both, box, 'linear', 2).value.domain[1]).toBe(5_000);
  });

  it('writes what is shown in two lines where one has no room, however many runs are there yet', () => {
    const lines = (runs: string, width: number): number =>
      timeGeometry(content('linear', [line([1])], { runs }), { ...box, width }, 'linear', 2).footLines;
    expect(lines('mean ± 3 sd of 5 runs, not below the least', 900)).toBe(1);
    expect(lines('mean ± 3 sd of 5 runs, not below the least', 300)).toBe(2);
    for (let width = 200; width < 500; width += 7) {
      expect(lines('mean ± 3 sd of 3 of 5 runs', width)).toBe(lines('mean ± 3 sd of 5 runs', width));
    }
  });

  it('keeps shares within 0 and 1, however wide their band is', () => {
    const band = bandInto(createBand(), [Float64Array.of(0, 0, 0), Float64Array.of(1, 1, 1)], 3);
    const shares = content('linear', [line([0.5, 0.5, 0.5], band)], { percent: true });
    expect(timeGeometry(shares, box, 'linear', 2).value.domain).toEqual([0, 1]);
  });

  it('includes references and what has to be shown', () => {
    const shown = content('linear', [line([5, 6, 7])], {
      include: [0],
      references: [{ value: 11, label: '' }],
    });
    const { domain } = timeGeometry(shown, box, 'linear', 2).value;
    expect(domain[0]).toBeLessThanOrEqual(0);
    expect(domain[1]).toBeGreaterThanOrEqual(11);
  });

  it('fits a bundle to the columns that are shown', () => {
    const bundle = {
      ...line([]),
      kind: 'bundle' as const,
      matrix: Float64Array.of(1, 900, 2, 900, 3, 900),
      stride: 2,
      columns: Int32Array.of(0),
    };
    expect(timeGeometry(content('linear', [bundle]), box, 'linear', 2).value.domain).toEqual([1, 3]);
  });

  it('has a plot within its box even without data and without room', () => {
    for (const size of [box, { width: 10, height: 5, em: 20 }]) {
      const geometry = timeGeometry(content('log', [line([])], { count: 0 }), size, 'log', 0);
      expect(geometry.plotWidth).toBeGreaterThan(0);
      expect(geometry.plotHeight).toBeGreaterThan(0);
      expect(geometry.left).toBeLessThan(size.width);
    }
  });

  it('grows its margins with the font, for lecture mode', () => {
    const normal = timeGeometry(content('linear', [line([1, 2, 3])]), box, 'linear', 2);
    const lecture = timeGeometry(content('linear', [line([1, 2, 3])]), { ...box, em: 19.5 }, 'linear', 2);
    expect(lecture.left / normal.left).toBeCloseTo(1.5, 6);
  });
});

describe('marks', () => {
  const marks = [
    { epoch: 1, label: 'PEGR off' },
    { epoch: 30, label: 'never seen' },
  ];

  it('of one epoch share a label, near ones keep clear of each other, and where no room is left a line stands alone', () => {
    const placed = (width: number) =>
      timeGeometry(
        content('linear', [line([1, 2, 3])], {
          marks: [
            { epoch: 2, label: 'PEGR off' },
            { epoch: 1.9, label: 'T₁ as printed' },
            { epoch: 2, label: 'T₁ = 2' },
          ],
        }),
        { ...box, width },
        'linear',
        2,
      ).marks;
    const half = (label: string): number => 0.29 * box.em * label.length;
    const [printed, both] = placed(40 * box.em);
    expect([printed!.label, both!.label]).toEqual(['T₁ as printed', 'PEGR off, T₁ = 2']);
    expect(both!.labelX - half(both!.label)).toBeGreaterThan(printed!.labelX + half(printed!.label));
    expect(placed(14 * box.em).map(({ label }) => label)).toEqual(['', 'PEGR off, T₁ = 2']);
  });

  it('are placed where they lie within the axis, with room for their labels above the plot', () => {
    const plain = timeGeometry(content('linear', [line([1, 2, 3])]), box, 'linear', 2);
    const marked = timeGeometry(content('linear', [line([1, 2, 3])], { marks }), box, 'linear', 2);
    expect(marked.marks.map(({ label, x }) => [label, x])).toEqual([['PEGR off', marked.time.position(1)]]);
    expect(marked.top - plain.top).toBeGreaterThan(box.em);
    const elsewhere = { ...content('linear', [line([1, 2, 3])]), marks: marks.slice(1) };
    expect(timeGeometry(elsewhere, box, 'linear', 2).top).toBe(plain.top);
  });

  it('keep their labels within the box', () => {
    const late = [{ epoch: 2, label: 'PEGR and FGR off' }];
    const { marks: placed, left } = timeGeometry(
      content('linear', [line([1, 2, 3])], { marks: late }),
      box,
      'linear',
      2,
    );
    const half = 0.29 * box.em * late[0]!.label.length;
    expect(left + placed[0]!.labelX + half).toBeLessThanOrEqual(box.width);
    expect(placed[0]!.labelX).toBeLessThan(placed[0]!.x);
  });
});
