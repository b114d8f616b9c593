import { describe, expect, it } from 'vitest';
import { Pace, slices, type Work } from '../../src/core/slices.ts';

/** How often the work yields, and its result. */
function drive<T>(work: Work<T>): { yields: number; result: T } {
  for (let yields = 0; ; yields++) {
    const step = work.next();
    if (step.done === true) return { yields, result: step.value };
  }
}

describe('slices', () => {
  it('go over all rows once, in order, in pieces of about two million operations', () => {
    const pieces: [number, number][] = [];
    const { yields } = drive(slices(10, 1e6, (from, to) => pieces.push([from, to])));
    expect(pieces).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 8],
      [8, 10],
    ]);
    expect(yields).toBe(4);
  });

  it('do not yield where one piece is enough, and take single rows however dear they are', () => {
    expect(drive(slices(100, 10, () => undefined)).yields).toBe(0);
    expect(drive(slices(3, 1e9, () => undefined)).yields).toBe(2);
  });
});

describe('a pace', () => {
  const yieldsOfTen = (work: number): number => {
    const pace = new Pace(work);
    return Array.from({ length: 10 }, () => pace.isDue()).filter(Boolean).length;
  };

  it('is due once for about two million operations, however many a step has', () => {
    expect(yieldsOfTen(5e5)).toBe(2);
    expect(yieldsOfTen(1e7)).toBe(10);
    expect(yieldsOfTen(10)).toBe(0);
  });
});
