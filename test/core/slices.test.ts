import { describe, expect, it } from 'vitest';
import { DONE, Pace, rowsPerSlice, Settled, slices, type Work } from '../../src/core/slices.ts';

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

describe('slices at their edges', () => {
  const piecesOf = (rows: number, workPerRow: number) => {
    const pieces: [number, number][] = [];
    const { yields } = drive(slices(rows, workPerRow, (from, to) => pieces.push([from, to])));
    return { pieces, yields };
  };

  it('do nothing for no rows, and all at once where they are just worth a slice', () => {
    expect(piecesOf(0, 1e6)).toEqual({ pieces: [], yields: 0 });
    expect(piecesOf(2, 1e6)).toEqual({ pieces: [[0, 2]], yields: 0 });
    expect(piecesOf(1, 1e9)).toEqual({ pieces: [[0, 1]], yields: 0 });
  });

  it('are done before they are driven, where they are one piece', () => {
    const pieces: [number, number][] = [];
    slices(2, 1e6, (from, to) => pieces.push([from, to]));
    expect(pieces).toEqual([[0, 2]]);
    slices(3, 1e6, (from, to) => pieces.push([from, to]));
    expect(pieces).toHaveLength(1);
  });

  it('end with what is left', () => {
    expect(piecesOf(5, 1e6).pieces).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
  });

  it('have as many rows as fit, one at least, rows without work being taken for the cheapest', () => {
    expect([0, 0.5, 1, 3, 2e6, 1e9].map(rowsPerSlice)).toEqual([2e6, 2e6, 2e6, 666_666, 1, 1]);
  });

  it('that are done stay done, for all who wait for them', () => {
    expect([drive(DONE).yields, drive(DONE).yields]).toEqual([0, 0]);
  });
});

describe('a pace', () => {
  const yieldsOfTen = (work: number): number => {
    const pace = new Pace(work);
    return Array.from({ length: 10 }, () => pace.isDue()).filter(Boolean).length;
  };

  it('is due when just as many were done', () => {
    const pace = new Pace(1e6);
    expect([1, 2, 3, 4].map(() => pace.isDue())).toEqual([false, true, false, true]);
  });

  it('is due once for about two million operations, however many a step has', () => {
    expect(yieldsOfTen(5e5)).toBe(2);
    expect(yieldsOfTen(1e7)).toBe(10);
    expect(yieldsOfTen(10)).toBe(0);
  });
});

describe('a result that is there at once', () => {
  it('is what work has that yields nothing', () => {
    const settled: Work<number> = new Settled(21);
    function* waiting(): Work<number> {
      return 2 * (yield* settled);
    }
    expect(drive(new Settled('all'))).toEqual({ yields: 0, result: 'all' });
    expect(drive(waiting())).toEqual({ yields: 0, result: 42 });
    expect([...settled]).toEqual([]);
  });

  it('ends as it is told to', () => {
    expect(new Settled(1).return(2)).toMatchObject({ done: true, value: 2 });
    expect(() => new Settled(1).throw(new Error('cancelled'))).toThrow('cancelled');
  });
});
