import { describe, expect, it } from 'vitest';
import type { MatrixGeometry } from '../../../src/charts/matrix/geometry.ts';
import { hatch } from '../../../src/charts/matrix/hatch.ts';
import { stripsOf } from '../../../src/charts/matrix/strips.ts';

const [SILENT, POSITIVE, NEGATIVE] = [7, 1, 2];

/** 2×2 cells of a class each way, on so many pixels. */
function hatched(width: number, height: number, cells: readonly number[]) {
  const two = { all: 2, first: 1 };
  const columns = stripsOf(two, width, 0, width);
  const rows = stripsOf(two, height, 0, height);
  const geometry: MatrixGeometry = { rows, columns, start: 0, leadWidth: 0, gap: 3, width, height };
  const image = new Uint32Array(width * height).fill(SILENT);
  hatch(image, geometry, Uint32Array.from(cells));
  return (row: number, column: number): number[] =>
    Array.from({ length: rows.size[row]! * columns.size[column]! }, (_, k) => {
      const x = columns.start[column]! + (k % columns.size[column]!);
      const y = rows.start[row]! + Math.floor(k / columns.size[column]!);
      return image[y * width + x]!;
    });
}

describe('the stripes over cells', () => {
  it.each([
    [40, 24],
    [40, 2],
    [4, 40],
  ])('leave about half of a cell as it was, and others alone, on %i×%i pixels', (width, height) => {
    const cell = hatched(width, height, [POSITIVE, 0, 0, NEGATIVE]);
    for (const [of, colour] of [
      [cell(0, 0), POSITIVE],
      [cell(1, 1), NEGATIVE],
    ] as const) {
      const striped = of.filter((pixel) => pixel === colour).length;
      expect(striped + of.filter((pixel) => pixel === SILENT).length).toBe(of.length);
      expect(Math.abs(striped / of.length - 0.5)).toBeLessThanOrEqual(0.11);
    }
    for (const of of [cell(0, 1), cell(1, 0)]) expect(new Set(of)).toEqual(new Set([SILENT]));
  });

  it('are slanted: each line of pixels is that above it, moved by one', () => {
    const pixels = hatched(40, 24, [POSITIVE, 0, 0, 0])(0, 0);
    expect(pixels.slice(20, 39)).toEqual(pixels.slice(1, 20));
    expect(new Set(pixels.slice(0, 20)).size).toBe(2);
  });
});
