import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, cellAt, LEAD, matrixGeometry } from '../../../src/charts/matrix/geometry.ts';
import { matrixOrder } from '../../../src/charts/matrix/order.ts';
import { syntheticRecording } from '../synthetic.ts';

const order = matrixOrder(syntheticRecording({ n: 6, m: 4, epochs: 20, every: 5 }).facts!);

describe('matrixGeometry', () => {
  const most = { width: 1e4, height: 1e4 };

  it('fills the room there is', () => {
    const { width, height } = matrixGeometry(order, { width: 301, height: 207 }, 3, most);
    expect([width, height]).toEqual([301, 207]);
  });

  it('keeps cells within their largest sides', () => {
    const { columns, rows } = matrixGeometry(order, { width: 3000, height: 3000 }, 3, {
      width: 50,
      height: 20,
    });
    expect([Math.max(...columns.size), Math.max(...rows.size)]).toEqual([50, 20]);
  });

  it('finds every cell again from a point within it, and none between the classes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 5 }),
        (width, height, row, column) => {
          const geometry = matrixGeometry(order, { width, height }, 3, most);
          const box = boxOf(geometry, row, column);
          expect(cellAt(geometry, box.x, box.y)).toEqual({ row, column });
          const last = boxOf(geometry, geometry.rows.split - 1, 0);
          expect(cellAt(geometry, 1, last.y + last.height + 1)).toBeNull();
        },
      ),
    );
  });

  it('sets the lead apart on the left, and finds it under the pointer', () => {
    const geometry = matrixGeometry(order, { width: 300, height: 203 }, 3, most, 60);
    const box = boxOf(geometry, 2, LEAD);
    expect(box).toEqual({ x: 0, y: 50, width: 60, height: 25 });
    expect(cellAt(geometry, 30, 60)).toEqual({ row: 2, column: LEAD });
    expect(cellAt(geometry, 61, 5)).toBeNull();
    expect(boxOf(geometry, 0, 0).x).toBe(geometry.start);
    expect(cellAt(geometry, geometry.start + 1, 5)).toEqual({ row: 0, column: 0 });
    expect(geometry.width).toBe(300);
  });

  it('frames the samples of a whole row where no one is meant', () => {
    const geometry = matrixGeometry(order, { width: 300, height: 203 }, 3, most, 60);
    expect(boxOf(geometry, 0, null)).toMatchObject({ x: geometry.start, width: 300 - geometry.start });
  });
});
