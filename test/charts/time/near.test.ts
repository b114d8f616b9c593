import { describe, expect, it } from 'vitest';
import type { LineSeries, TimeContent } from '../../../src/charts/data/content.ts';
import { timeGeometry } from '../../../src/charts/scales/geometry.ts';
import { curveNear } from '../../../src/charts/time/near.ts';

const line = (
  label: string,
  place: number | null,
  front: boolean,
  values: readonly number[],
): LineSeries => ({
  kind: 'line',
  label,
  colour: 'accent',
  dash: 'solid',
  width: 2,
  values: Float64Array.from(values),
  band: null,
  point: { place, front },
  read: () => '',
});

const content = (series: readonly LineSeries[]): TimeContent => ({
  epochs: Float64Array.of(0, 10, 20),
  count: 3,
  series,
  axis: 'linear',
  valueLabel: '',
  include: [0, 10],
  references: [],
  guide: null,
  runs: '',
  growing: false,
});

describe('curveNear', () => {
  const all = content([
    line('low', 0, true, [0, 0, 0]),
    line('steep', 1, false, [0, 0, 10]),
    line('pinned', null, false, [5, 5, 5]),
  ]);
  const geometry = timeGeometry(all, { width: 400, height: 200, em: 13 }, 'linear', 20);
  const x = geometry.time.position(15);
  const y = geometry.value.position(5);

  it('finds a steep curve between two epochs', () => {
    expect(curveNear(all, geometry, x, y, 6)?.label).toBe('steep');
  });

  it('finds nothing where no curve is within reach, and never a pin', () => {
    expect(curveNear(all, geometry, geometry.time.position(5), y, 6)).toBeNull();
    expect(curveNear(all, geometry, geometry.time.position(18), geometry.value.position(2), 6)).toBeNull();
  });

  it('prefers what is not in front where curves lie on each other', () => {
    const at = geometry.value.position(0);
    expect(curveNear(all, geometry, geometry.time.position(5), at, 6)?.label).toBe('steep');
  });
});
