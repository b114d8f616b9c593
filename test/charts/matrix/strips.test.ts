import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneStrip, shared, stripAt, stripOf, stripsOf } from '../../../src/charts/matrix/strips.ts';

const sides = fc.record({
  first: fc.integer({ min: 0, max: 600 }),
  second: fc.integer({ min: 0, max: 600 }),
  room: fc.integer({ min: 10, max: 900 }),
});

describe('stripsOf', () => {
  it('fills the room with cells on whole pixels that differ by one pixel in their class', () => {
    const strips = stripsOf({ all: 10, first: 7 }, 103, 3, 1000);
    expect(strips.length).toBe(103);
    expect(strips.count).toBe(10);
    expect([...strips.size].reduce((a, b) => a + b)).toBe(100);
    for (const part of [strips.size.subarray(0, 7), strips.size.subarray(7)])
      expect(Math.max(...part) - Math.min(...part)).toBeLessThanOrEqual(1);
  });

  it('leaves less than a pixel of room where cells are between one and two pixels', () => {
    // A phone with one device pixel a CSS pixel: 200 neurons, 301 pixels.
    expect(stripsOf({ all: 200, first: 100 }, 301.4, 3, 50).length).toBe(301);
  });

  it('keeps cells within their largest side', () => {
    expect(Math.max(...stripsOf({ all: 4, first: 2 }, 3000, 3, 50).size)).toBe(50);
  });

  it('shares each pixel among whole cells of one class, where there are more cells than pixels', () => {
    fc.assert(
      fc.property(sides, ({ first, second, room }) => {
        fc.pre(first + second > 0);
        const strips = stripsOf({ all: first + second, first }, room, 3, 40);
        expect(strips.first[0]).toBe(0);
        expect(strips.first[strips.count]).toBe(first + second);
        for (let k = 0; k < strips.count; k++) {
          expect(strips.first[k + 1]!).toBeGreaterThan(strips.first[k]!);
          expect(strips.size[k]!).toBeGreaterThanOrEqual(1);
          if (strips.first[k + 1]! - strips.first[k]! > 1) expect(strips.size[k]).toBe(1);
        }
        // The border of the classes is a border of strips.
        expect(strips.first[strips.split]).toBe(first);
        expect(strips.length).toBeLessThanOrEqual(Math.max(room, 5));
      }),
    );
  });

  it('finds every cell again from each of its pixels, and none between the classes', () => {
    fc.assert(
      fc.property(sides, ({ first, second, room }) => {
        fc.pre(first > 0 && second > 0);
        const strips = stripsOf({ all: first + second, first }, room, 3, 40);
        for (let cell = 0; cell < first + second; cell++) {
          const strip = stripOf(strips, cell);
          expect(strips.first[strip]!).toBeLessThanOrEqual(cell);
          expect(strips.first[strip + 1]!).toBeGreaterThan(cell);
          expect(stripAt(strips, strips.start[strip]!)).toBe(strip);
          expect(stripAt(strips, strips.start[strip]! + strips.size[strip]! - 1)).toBe(strip);
        }
        const border = strips.start[strips.split]!;
        for (const pixel of [border - 1, border - 2, border - 3, -1, strips.length])
          expect(stripAt(strips, pixel)).toBeNull();
      }),
    );
  });

  it('needs no room between classes of which one is empty', () => {
    expect(stripsOf({ all: 5, first: 5 }, 50, 3, 100)).toMatchObject({ length: 50, split: 5 });
    expect(stripsOf({ all: 5, first: 0 }, 50, 3, 100)).toMatchObject({ length: 50, split: 0 });
  });
});

it('shared counts the cells that a pixel stands for', () => {
  expect(shared(stripsOf({ all: 10, first: 5 }, 200, 3, 40))).toEqual({ least: 1, most: 1 });
  expect(shared(stripsOf({ all: 1000, first: 500 }, 403, 3, 40))).toEqual({ least: 2, most: 3 });
  expect(oneStrip(7)).toMatchObject({ count: 1, length: 7 });
});
