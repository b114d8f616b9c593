import { expect, it } from 'vitest';
import { placeOf } from '../../../src/ui/take/place.ts';

const turned = { a: 2, b: 3, c: 5, d: 7, e: 11, f: 13 };

it('a point goes where the plane’s matrix takes it', () => {
  expect(placeOf(turned, 1, 0)).toEqual({ x: 13, y: 16 });
  expect(placeOf(turned, 0, 1)).toEqual({ x: 16, y: 20 });
  expect(placeOf(turned, -2, 0.5)).toEqual({ x: 9.5, y: 10.5 });
});

it('one matrix after the other is their product', () => {
  const first = { a: 0, b: 1, c: -1, d: 0, e: 4, f: -4 };
  // [turned] · [first], column by column.
  const product = {
    a: turned.a * first.a + turned.c * first.b,
    b: turned.b * first.a + turned.d * first.b,
    c: turned.a * first.c + turned.c * first.d,
    d: turned.b * first.c + turned.d * first.d,
    e: turned.a * first.e + turned.c * first.f + turned.e,
    f: turned.b * first.e + turned.d * first.f + turned.f,
  };
  const { x, y } = placeOf(first, 6, -3);
  expect(placeOf(turned, x, y)).toEqual(placeOf(product, 6, -3));
});
