import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import type { Work } from '../../../src/core/slices.ts';
import { createSpace } from '../../../src/core/space/create.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';
import { numbers, smallProblem } from '../space/small-problem.ts';
import { excessOf, observed, rowsOf, SMALL, squaresOf, stableRank } from './observed.ts';

describe('the stable rank’s excess over 1', () => {
  it('is Σ_{k>1} σ_k²/σ_1² of W₊, W₋ and W, while W moves', () => {
    const { stepper, problem } = observed({ space: 'feature' });
    const excess = excessOf(problem, stepper.ground);
    for (let t = 0; t < 3; t++) {
      const w = rowsOf(stepper);
      const found = finish(excess.measure());
      [w.slice(0, SMALL.m), w.slice(SMALL.m), w].forEach((rows, k) => {
        expect(found[k]).toBeCloseTo(stableRank(rows) - 1, 11);
      });
      finish(stepper.evaluate());
      finish(stepper.advance(t));
    }
  });

  it('keeps its bits where W is of rank one but for 1e-9 of it, and is 0 where W is', () => {
    const { stepper, problem } = observed({ space: 'feature', sigma0: 0 });
    const excess = excessOf(problem, stepper.ground);
    expect(finish(excess.measure())).toEqual([0, 0, 0]);
    const { c } = stepper.ground.space;
    const K = problem.featureCount;
    const norms = problem.squaredFeatureNorms;
    // μ and ξ_1 are orthogonal: w_0 = μ, w_1 = 1e-9 ξ_1.
    c[0] = 1;
    c[K + 1] = 1e-9;
    c[3 * K] = 1;
    const [positive, negative, all] = finish(excess.measure());
    const expected = (1e-18 * norms[1]!) / norms[0]!;
    expect(Math.abs(positive / expected - 1)).toBeLessThan(1e-9);
    expect(negative).toBeLessThan(1e-30);
    expect(Math.abs(all / (expected / 2) - 1)).toBeLessThan(1e-9);
  });
});

describe('the excess of a matrix', () => {
  /** Of features that are the axes, so that C is W. */
  const ofAxes = (rows: number, dim: number) => {
    const features = Float64Array.from({ length: dim * dim }, (_, at) => (at % (dim + 1) === 0 ? 1 : 0));
    const problem = { ...smallProblem({ neurons: rows, K: dim, dim, tests: 0, features }), initialScale: 0 };
    return { problem, ground: finish(createSpace(problem, { ...K_FIGURE_1, space: 'feature' }, PLAIN, 0)) };
  };

  it('is right to six digits where it is 1e-16: of the leading vector its last bits are known', () => {
    const [rows, dim] = [8, 6];
    const { problem, ground } = ofAxes(rows, dim);
    const [u, v, noise] = [numbers(rows, 31), numbers(dim, 32), numbers(rows * dim, 33)];
    ground.space.c.set(noise.map((e, at) => u[Math.floor(at / dim)]! * v[at % dim]! + 1e-8 * e));
    const [, , all] = finish(excessOf(problem, ground).measure());
    // To first order what of the noise is orthogonal to u and to v.
    const square = (x: Float64Array) => x.reduce((sum, value) => sum + value * value, 0);
    const across = (e: Float64Array) => {
      const along = u.map((value, r) => value * e[r]!).reduce((sum, x) => sum + x, 0) / square(u);
      return e.map((x, r) => x - along * u[r]!);
    };
    const columns = Array.from({ length: dim }, (_, j) =>
      across(Float64Array.from(u, (_u, r) => noise[r * dim + j]!)),
    );
    let rest = 0;
    for (let r = 0; r < rows; r++) {
      const row = columns.map((column) => column[r]!);
      const along = row.reduce((sum, x, j) => sum + x * v[j]!, 0) / square(v);
      rest += row.reduce((sum, x, j) => sum + (x - along * v[j]!) ** 2, 0);
    }
    expect(Math.abs((all * square(u) * square(v)) / (1e-16 * rest) - 1)).toBeLessThan(1e-6);
  });

  it.each([1e-2, 1e-3])('is right to nine digits where the second singular value is %d', (size) => {
    const [rows, dim] = [30, 30];
    const { problem, ground } = ofAxes(rows, dim);
    const [u, v, noise] = [numbers(rows, 41), numbers(dim, 42), numbers(rows * dim, 43)];
    const w = noise.map((e, at) => u[Math.floor(at / dim)]! * v[at % dim]! + size * e);
    ground.space.c.set(w);
    const [, , all] = finish(excessOf(problem, ground).measure());
    const squares = squaresOf(
      Array.from({ length: rows }, (_, r) => [...w.subarray(r * dim, (r + 1) * dim)]),
    );
    const expected = squares.slice(1).reduce((sum, s) => sum + s, 0) / squares[0]!;
    expect(Math.abs(all / expected - 1)).toBeLessThan(1e-9);
  });

  it('is that of W whose rows are written in several pieces', () => {
    // 40·10·6000 = 2.4 million multiply–adds, 33 rows a piece.
    const [K, dim] = [9, 6_000];
    const problem = smallProblem({ neurons: 40, K, dim, tests: 0 });
    const pieces: number[] = [];
    const kernels: Kernels = {
      ...PLAIN,
      multiply(a, b, out, from, to, inner, columns) {
        pieces.push(to - from);
        PLAIN.multiply(a, b, out, from, to, inner, columns);
      },
    };
    const ground = finish(createSpace(problem, { ...K_FIGURE_1, space: 'feature' }, kernels, 0));
    ground.space.c.set(numbers(40 * K, 35));
    let yields = 0;
    function* counted(): Work<number> {
      const work = excessOf(problem, ground).measure();
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value[2];
        yields++;
        yield;
      }
    }
    const all = finish(counted());
    expect(pieces.slice(0, 2)).toEqual([33, 7]);
    // A product with W and its transpose is 0.48 million, and Lanczos’ method takes some for each of three matrices.
    expect(yields).toBeGreaterThan(3);
    const { features } = problem.samples;
    const rows = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: dim }, (_unused, j) => {
        let sum = 0.5 * problem.draw.initialRows[r * dim + j]!;
        for (let k = 0; k < K; k++) sum += ground.space.c[r * K + k]! * features[k * dim + j]!;
        return sum;
      }),
    );
    expect(all).toBeCloseTo(stableRank(rows) - 1, 9);
  });
});
