import { describe, expect, it } from 'vitest';
import { indexAt, indexNear, niceIndices } from '../../src/charts/search.ts';

const epochs = Float64Array.of(0, 1, 2, 4, 8, 999);

describe('indexAt and indexNear', () => {
  it('indexAt is the last epoch not after t, within the epochs in use', () => {
    expect(indexAt(epochs, 5, 3)).toBe(2);
    expect(indexAt(epochs, 5, 4)).toBe(3);
    expect(indexAt(epochs, 5, 1e6)).toBe(4);
    expect(indexAt(epochs, 5, -1)).toBe(0);
    expect(indexAt(epochs, 0, 3)).toBe(-1);
  });

  it('indexNear rounds to the nearest epoch, the earlier one in the middle', () => {
    expect(indexNear(epochs, 5, 3.2)).toBe(3);
    expect(indexNear(epochs, 5, 3)).toBe(2);
    expect(indexNear(epochs, 5, 100)).toBe(4);
    expect(indexNear(epochs, 0, 100)).toBe(-1);
  });
});

describe('niceIndices', () => {
  const upTo = (last: number): Float64Array => Float64Array.from({ length: last + 1 }, (_, t) => t);

  it('lists all when they are few', () => {
    expect(niceIndices(upTo(3), 4, 25)).toEqual([0, 1, 2, 3]);
  });

  it('lists 0, 1, 2, 5, 10, … and the last, ascending and within the limit', () => {
    expect(niceIndices(upTo(137), 138, 25)).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 137]);
    const sparse = Float64Array.from({ length: 400 }, (_, k) => k * 1e8);
    const chosen = niceIndices(sparse, 400, 25);
    expect(chosen.length).toBeLessThanOrEqual(25);
    expect(chosen.at(-1)).toBe(399);
    expect([...chosen].sort((a, b) => a - b)).toEqual(chosen);
    expect(new Set(chosen).size).toBe(chosen.length);
  });
});
