import { expect, it } from 'vitest';
import { tipPlace } from '../../../src/charts/matrix/place.ts';

const room = { width: 300, height: 200 };
const tip = { width: 100, height: 40 };

it('a reading stands over its cell and does not cover it', () => {
  expect(tipPlace({ x: 140, y: 100, width: 20, height: 10 }, tip, room)).toEqual({ x: 100, y: 54 });
});

it('a reading stands below a cell that has no room above', () => {
  expect(tipPlace({ x: 140, y: 10, width: 20, height: 10 }, tip, room).y).toBe(26);
});

it('a reading stays within the sides of the picture', () => {
  expect(tipPlace({ x: 0, y: 100, width: 10, height: 10 }, tip, room).x).toBe(0);
  expect(tipPlace({ x: 290, y: 100, width: 10, height: 10 }, tip, room).x).toBe(200);
});
