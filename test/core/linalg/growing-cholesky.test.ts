import { describe, expect, it } from 'vitest';
import { GrowingCholesky } from '../../../src/core/linalg/growing-cholesky.ts';
import { solve } from '../../../src/core/linalg/solve.ts';

const N = 7;
/** Unit diagonal, diagonally dominant. */
const MATRIX = Float64Array.from({ length: N * N }, (_, at) => {
  const [i, k] = [Math.floor(at / N), at % N];
  return i === k ? 1 : Math.sin(1 + i * k + i + k) / 8;
});

describe('a Cholesky factor that grows and shrinks', () => {
  it('solves with whoever are members, in whatever order they came and went', () => {
    const factor = new GrowingCholesky(MATRIX, N);
    for (const index of [3, 0, 6, 1, 5, 2]) factor.add(factor.reach(index));
    for (const place of [1, 0, 2]) factor.remove(place);
    factor.add(factor.reach(4));
    expect(factor.members).toEqual([6, 1, 2, 4]);
    const block = Float64Array.from(
      factor.members.flatMap((i) => factor.members.map((k) => MATRIX[i * N + k]!)),
    );
    const b = Float64Array.of(1, -2, 3, 0.5);
    const expected = solve(block, b, 4)!;
    for (const [p, value] of factor.solve(b).entries()) expect(value).toBeCloseTo(expected[p]!, 13);
  });

  it('sees an index that depends on the members, and how', () => {
    // The third is the sum of the first two, over √2.
    const half = Math.SQRT1_2;
    const factor = new GrowingCholesky(Float64Array.of(1, 0, half, 0, 1, half, half, half, 1), 3);
    factor.add(factor.reach(0));
    expect(factor.reach(2).schur).toBeCloseTo(0.5, 15);
    factor.add(factor.reach(1));
    const reach = factor.reach(2);
    expect(reach.schur).toBe(0);
    for (const entry of reach.direction) expect(entry).toBeCloseTo(-half, 15);
  });
});
