import { expect, it } from 'vitest';
import { createHold, heldExtent } from '../../../src/charts/scales/hold.ts';

it('an axis stands still while runs come that have a place on it, and fits when all are there', () => {
  const hold = createHold();
  expect(heldExtent(hold, 'a', [0, 100], false)).toEqual([0, 100]);
  expect(heldExtent(hold, 'a', [0, 40], true)).toEqual([0, 100]);
  expect(heldExtent(hold, 'a', [10, 60], true)).toEqual([0, 100]);
  expect(heldExtent(hold, 'a', [10, 60], false)).toEqual([10, 60]);
});

it('an axis gives way to what has no place on it, and to another quantity', () => {
  const hold = createHold();
  heldExtent(hold, 'a', [0, 100], false);
  expect(heldExtent(hold, 'a', [0, 120], true)).toEqual([0, 120]);
  expect(heldExtent(hold, 'a', [0, 110], true)).toEqual([0, 120]);
  expect(heldExtent(hold, 'b', [0, 110], true)).toEqual([0, 110]);
});
