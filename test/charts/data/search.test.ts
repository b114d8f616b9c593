import { describe, expect, it } from 'vitest';
import { indexAt, indexNear } from '../../../src/charts/data/search.ts';

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
