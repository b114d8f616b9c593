import { describe, expect, it } from 'vitest';
import type { LineSeries, TimeContent } from '../../src/charts/content.ts';
import { timeGeometry } from '../../src/charts/geometry.ts';
import { bandInto, createBand } from '../../src/charts/statistics.ts';

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

  it('shows the band on a linear axis, but no further down than the mean on a logarithmic one', () => {
    const band = bandInto(createBand(), [Float64Array.of(7, 7, 7), Float64Array.of(9, 9, 9)], 3);
    const linear = timeGeometry(content('linear', [line([8, 8, 8], band)]), box, 'linear', 2);
    expect(linear.value.domain[0]).toBeLessThanOrEqual(band.low[0]!);
    expect(linear.value.domain[1]).toBeGreaterThanOrEqual(band.high[0]!);
    const log = timeGeometry(content('log', [line([8, 8, 8], band)]), box, 'linear', 2);
    expect(log.value.domain[0]).toBeGreaterThan(band.low[0]!);
    expect(log.omitted).toBe(0);
  });

  it('ends at zero where only the band of a mean that is not negative goes below', () => {
    const band = bandInto(createBand(), [Float64Array.of(1, 1, 1), Float64Array.of(3, 3, 3)], 3);
    expect(band.low[0]).toBeLessThan(0);
    expect(timeGeometry(content('linear', [line([2, 2, 2], band)]), box, 'linear', 2).value.domain[0]).toBe(
      0,
    );
    const below = timeGeometry(content('linear', [line([2, -1, 2], band)]), box, 'linear', 2);
    expect(below.value.domain[0]).toBeLessThanOrEqual(band.low[1]!);
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
