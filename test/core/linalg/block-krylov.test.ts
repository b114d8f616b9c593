import { describe, expect, it } from 'vitest';
import { blockKrylov } from '../../../src/core/linalg/block-krylov.ts';
import { dot } from '../../../src/core/linalg/dot.ts';
import { fillNormals } from '../../../src/core/random/stream.ts';
import { finish } from '../finish.ts';

const N = 14;

/** B Bᵀ with normal B, and a few vectors. */
function example() {
  const b = new Float64Array(N * N);
  fillNormals(1, 'data', 0, b, 0, N * N);
  const apply = (x: Float64Array, y: Float64Array): void => {
    const middle = new Float64Array(N);
    for (let r = 0; r < N; r++) for (let c = 0; c < N; c++) middle[c]! += b[r * N + c]! * x[r]!;
    for (let r = 0; r < N; r++) y[r] = dot(b, r * N, middle, 0, N);
  };
  const start = [0, 1, 2].map((k) => {
    const v = new Float64Array(N);
    fillNormals(2, 'data', k, v, 0, N);
    return v;
  });
  return { apply, start };
}

/** uᵀ A^power v. */
function moment(
  apply: (x: Float64Array, y: Float64Array) => void,
  u: Float64Array,
  v: Float64Array,
  power: number,
) {
  let x = v;
  for (let k = 0; k < power; k++) {
    const y = new Float64Array(N);
    apply(x, y);
    x = y;
  }
  return dot(u, 0, x, 0, N);
}

describe('the nodes of a block Krylov space', () => {
  it('give every moment of the start vectors up to degree 2·depth − 1, as a Gauss quadrature does', () => {
    const { apply, start } = example();
    for (const depth of [1, 2, 3]) {
      const { values, weights } = finish(
        blockKrylov(apply, start, depth, new Float64Array(N), new Float64Array(N), 1),
      );
      expect(values).toHaveLength(3 * depth);
      for (let power = 0; power < 2 * depth; power++) {
        start.forEach((u, i) =>
          start.forEach((v, j) => {
            let sum = 0;
            values.forEach((value, k) => (sum += weights[3 * k + i]! * weights[3 * k + j]! * value ** power));
            const scale = moment(apply, start[0]!, start[0]!, power);
            // Rounding of some hundred products, of the size of the largest moment.
            expect(Math.abs(sum - moment(apply, u, v, power)) / scale).toBeLessThan(1e-12);
          }),
        );
      }
    }
  });

  it('are eigenvalues, with residuals of 0, once the space is all there is; a vector that says nothing new is dropped', () => {
    const { apply, start } = example();
    const twice = start[0]!.map((entry) => 2 * entry);
    const { values, residuals } = finish(
      blockKrylov(apply, [...start, twice], 6, new Float64Array(N), new Float64Array(N), 1),
    );
    expect(values).toHaveLength(N);
    const largest = Math.max(...values);
    residuals.forEach((residual) => expect(residual / largest).toBeLessThan(1e-12));
  });

  it('tell how far they are from eigenvalues before that', () => {
    const { apply, start } = example();
    const { residuals } = finish(blockKrylov(apply, start, 2, new Float64Array(N), new Float64Array(N), 1));
    expect(Math.max(...residuals)).toBeGreaterThan(0.1);
  });
});
