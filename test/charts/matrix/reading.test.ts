import { describe, expect, it } from 'vitest';
import { LEAD, matrixGeometry } from '../../../src/charts/matrix/geometry.ts';
import { matrixOrder } from '../../../src/charts/matrix/order.ts';
import { meanOf } from '../../../src/charts/matrix/picture.ts';
import type { MatrixPicture } from '../../../src/charts/matrix/picture.ts';
import { cellByKey, hoverOf, readingOf, sharedNote, shownCell } from '../../../src/charts/matrix/reading.ts';
import { syntheticRecording } from '../synthetic.ts';

const most = { width: 1000, height: 1000 };

function pictureOf(m: number, rows: 'drawn' | 'pattern' = 'drawn'): MatrixPicture {
  const { facts, snapshots } = syntheticRecording({ n: 6, m, epochs: 20, every: 5 });
  return {
    facts: facts!,
    order: matrixOrder(facts!, rows, snapshots),
    snapshots,
    paint: () => undefined,
    marked: () => [],
    read: (index, entries) =>
      `${entries.length === 1 ? 'ρ' : 'mean ρ'} = ${meanOf(snapshots[index]!.rho, entries).toFixed(6)}`,
    note: () => '',
  };
}

const small = pictureOf(4);
const geometry = matrixGeometry(small.order, { width: 303, height: 203 }, 3, most);

describe('readingOf', () => {
  it('reads the value of one cell and names its neuron and sample', () => {
    const reading = readingOf(small, geometry, 2, { row: 5, column: 0 });
    const column = small.order.columns[0]!;
    expect(reading.value).toBe(`ρ = ${small.snapshots[2]!.rho[5 * 6 + column]!.toFixed(6)}`);
    expect(reading.names).toBe(`neuron −2, sample ${column + 1} (y = +1)`);
  });

  it('names all neurons that share a row of pixels and reads their mean', () => {
    const large = pictureOf(100);
    const tight = matrixGeometry(large.order, { width: 303, height: 53 }, 3, most);
    const reading = readingOf(large, tight, 1, { row: 10, column: 0 });
    expect(reading.names).toMatch(/^neurons \+41 to \+44, sample \d/);
    const column = large.order.columns[0]!;
    const mean = [40, 41, 42, 43].reduce((sum, r) => sum + large.snapshots[1]!.rho[r * 6 + column]!, 0) / 4;
    expect(reading.value).toBe(`mean ρ = ${mean.toFixed(6)}`);
    expect(sharedNote(large.order, tight)).toBe('a row of pixels is the mean of 4 neurons');
    expect(sharedNote(small.order, geometry)).toBe('');
  });
});

describe('the cell of a neuron and a sample', () => {
  it('is found again in each picture, wherever its row stands', () => {
    const sorted = pictureOf(4, 'pattern');
    for (let row = 0; row < 8; row++) {
      const hover = hoverOf(small, geometry, { row, column: 3 });
      const shown = shownCell(sorted, geometry, hover)!;
      expect(sorted.order.rows[shown.row]).toBe(small.order.rows[row]);
      expect(hoverOf(sorted, geometry, { row: shown.row, column: 3 })).toEqual(hover);
    }
  });

  it('is the whole row where only the neuron is known, and none where it is not shown', () => {
    expect(shownCell(small, geometry, { row: 5, column: 'signal' })).toEqual({ row: 5, column: null });
    expect(shownCell(small, geometry, { row: 99, column: 0 })).toBeNull();
    expect(shownCell(small, geometry, null)).toBeNull();
  });
});

describe('cellByKey', () => {
  const move = (key: string, row: number, column: number | null) => cellByKey(key, { row, column }, geometry);

  it('moves by arrows, to the ends of a row, and by ten rows', () => {
    expect(move('ArrowRight', 2, 3)).toEqual({ row: 2, column: 4 });
    expect(move('ArrowUp', 2, 3)).toEqual({ row: 1, column: 3 });
    expect(move('Home', 2, 3)).toEqual({ row: 2, column: 0 });
    expect(move('End', 2, 3)).toEqual({ row: 2, column: 5 });
    expect(move('PageDown', 0, 3)).toEqual({ row: 7, column: 3 });
  });

  it('stays within the picture, and begins at its first cell', () => {
    expect(move('ArrowLeft', 0, 0)).toEqual({ row: 0, column: 0 });
    expect(move('ArrowDown', 7, 5)).toEqual({ row: 7, column: 5 });
    expect(cellByKey('ArrowDown', null, geometry)).toEqual({ row: 0, column: 0 });
    expect(move('ArrowRight', 3, null)).toEqual({ row: 3, column: 1 });
  });

  it('reaches the column of the signal where there is one', () => {
    const withLead = matrixGeometry(small.order, { width: 303, height: 203 }, 3, most, 60);
    expect(cellByKey('ArrowLeft', { row: 0, column: 0 }, withLead)).toEqual({ row: 0, column: LEAD });
    expect(cellByKey('Home', { row: 2, column: 3 }, withLead)).toEqual({ row: 2, column: LEAD });
  });

  it('leaves other keys alone', () => {
    for (const key of [' ', 'Tab', 'Enter', 'a']) expect(move(key, 2, 3)).toBeNull();
  });
});
