import { describe, expect, it } from 'vitest';
import { gridColumns } from '../../../src/charts/matrix/grid.ts';

describe('gridColumns', () => {
  it('lays pictures out so that each is as large as can be', () => {
    expect(gridColumns(7, { width: 1300, height: 600 })).toBe(4);
    expect(gridColumns(3, { width: 1300, height: 400 })).toBe(3);
    expect(gridColumns(8, { width: 340, height: 900 })).toBe(2);
    expect(gridColumns(1, { width: 340, height: 900 })).toBe(1);
  });
});
