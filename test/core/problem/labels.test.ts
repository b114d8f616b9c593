import { describe, expect, it } from 'vitest';
import { bothClasses, flipLabels, rademacher } from '../../../src/core/problem/labels.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

const uniforms = (row: number, n: number): number[] => {
  const u = new Float64Array(n);
  fillUniforms(4, 'label', row, u, 0, n);
  return [...u];
};

describe('Rademacher labels', () => {
  it('are + for the lower half of the uniform draws, each whatever n is', () => {
    expect([...rademacher(4, 'label', 2, 50)]).toEqual(uniforms(2, 50).map((u) => (u < 0.5 ? 1 : -1)));
    expect(rademacher(4, 'label', 2, 60).subarray(0, 50)).toEqual(rademacher(4, 'label', 2, 50));
  });

  it('with both classes are the first whole draw in which both occur', () => {
    for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const row = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(
        (attempt) => new Set(rademacher(seed, 'label', attempt, 2)).size === 2,
      )!;
      expect(bothClasses(seed, 'label', 2)).toEqual(rademacher(seed, 'label', row, 2));
    }
    expect(() => bothClasses(1, 'label', 1)).toThrow('n = 1 is below 2');
  });
});

describe('flipped labels', () => {
  it('are those whose uniform draw is below the rate', () => {
    const y = new Float64Array(50).fill(1);
    flipLabels(4, 'label', 0.3, y);
    expect([...y]).toEqual(uniforms(0, 50).map((u) => (u < 0.3 ? -1 : 1)));
  });

  it('are none at rate 0 and all at rate 1', () => {
    const y = Float64Array.of(1, -1, 1);
    flipLabels(4, 'label', 0, y);
    expect([...y]).toEqual([1, -1, 1]);
    flipLabels(4, 'label', 1, y);
    expect([...y]).toEqual([-1, 1, -1]);
  });
});
