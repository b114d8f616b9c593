import { describe, expect, it } from 'vitest';
import { binaryClusters } from '../../../src/core/problem/binary-clusters.ts';
import { gaussianMixture } from '../../../src/core/problem/gaussian-mixture.ts';
import { orthogonalBasis } from '../../../src/core/problem/orthogonal-basis.ts';
import type { Samples } from '../../../src/core/problem/problem.ts';
import { twoXor } from '../../../src/core/problem/two-xor.ts';
import { finish } from '../finish.ts';

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const rows = (x: Float64Array, dim: number) =>
  Array.from({ length: x.length / dim }, (_, i) => [...x.subarray(i * dim, (i + 1) * dim)]);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);

/** What every data model promises whatever its parameters. */
function expectWellFormed(samples: Samples, n: number, testPoints: number): void {
  expect(samples.y).toHaveLength(n);
  expect(samples.testY).toHaveLength(testPoints);
  expect(samples.testX).toHaveLength(testPoints * samples.patches * samples.dim);
  for (const label of [...samples.y, ...samples.testY]) expect(Math.abs(label)).toBe(1);
  for (const k of samples.patchFeature) expect(k).toBeLessThan(samples.features.length / samples.dim);
}

/** So many neurons that the vectors are drawn themselves, in all d dimensions. */
const MANY = 10_000;

describe('the Gaussian mixture of K §6', () => {
  const spec = { kind: 'gaussian-mixture', n: 400, d: 60, meanSd: 0.5, noiseSd: 2 } as const;

  it('puts x at yμ with ‖μ‖ = σ_μ χ_d and noise of standard deviation σ_p', () => {
    const samples = finish(gaussianMixture(spec, 3, 100, MANY));
    expectWellFormed(samples, 400, 100);
    expect(samples.dim).toBe(60);
    const x = rows(samples.features, 60);
    const mu = Array.from({ length: 60 }, (_, c) => mean(x.map((row, i) => samples.y[i]! * row[c]!)));
    // ‖μ‖² = 0.25·χ²_60 = 15 ± 2.7; μ̂ has noise of sd 2/√400 = 0.1 an entry, 0.6 in all.
    expect(dot(mu, mu)).toBeGreaterThan(15 - 4 * 2.7);
    expect(dot(mu, mu)).toBeLessThan(15 + 4 * 2.7 + 1);
    const residual = x.flatMap((row, i) => row.map((v, c) => (v - samples.y[i]! * mu[c]!) ** 2));
    // 24,000 squares of variance-4 normals: mean 4·(1 − 1/400), sd 4·√(2/24,000) = 0.037.
    expect(mean(residual)).toBeGreaterThan(3.8);
    expect(mean(residual)).toBeLessThan(4.2);
  });

  it('only scales the same draw when σ_p moves, and keeps the other points when one is added', () => {
    const pure = { ...spec, meanSd: 0 };
    const one = finish(gaussianMixture({ ...pure, noiseSd: 1 }, 3, 0, MANY));
    const two = finish(gaussianMixture({ ...pure, noiseSd: 2 }, 3, 0, MANY));
    expect([...two.features]).toEqual([...one.features].map((v) => 2 * v));
    const more = finish(gaussianMixture({ ...pure, noiseSd: 1, n: 401 }, 3, 0, MANY));
    expect([...more.features.subarray(0, 400 * 60)]).toEqual([...one.features]);
  });

  it('has both classes even for two points, whatever the seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect([...finish(gaussianMixture({ ...spec, n: 2 }, seed, 0, 10)).y].sort()).toEqual([-1, 1]);
    }
  });

  it('refuses a single point by name and value', () => {
    expect(() => finish(gaussianMixture({ ...spec, n: 1 }, 0, 0, 10))).toThrow('n = 1 is below 2');
  });
});

describe('the binary clusters of F App. F.1', () => {
  it('has ‖μ‖ = d^β and the stated share of flipped labels', () => {
    const spec = { kind: 'binary-clusters', n: 2_000, d: 100, meanExponent: 0.5, labelNoise: 0.15 } as const;
    const samples = finish(binaryClusters(spec, 11, 10, MANY));
    expectWellFormed(samples, 2_000, 10);
    // ‖μ‖ = 10 along the first coordinate: 10 ± 1 away from 0, its side tells the cluster.
    const sides = rows(samples.features, 100).map((row) => row[0]!);
    expect(mean(sides.map(Math.abs))).toBeGreaterThan(9.88);
    expect(mean(sides.map(Math.abs))).toBeLessThan(10.12);
    const flipped = mean(sides.map((side, i) => (Math.sign(side) === samples.y[i] ? 0 : 1)));
    // Binomial with sd √(.15·.85/2000) = 0.008.
    expect(flipped).toBeGreaterThan(0.15 - 5 * 0.008);
    expect(flipped).toBeLessThan(0.15 + 5 * 0.008);
  });
});

describe('the noisy 2-xor of F §5', () => {
  const spec = { kind: 'two-xor', n: 2_000, d: 10, meanNorm: 6, noiseSd: 1 } as const;

  it('labels by the larger of |⟨μ₁, x⟩| and |⟨μ₂, x⟩|, and fills all four clusters', () => {
    const samples = finish(twoXor(spec, 5, 20, MANY));
    expectWellFormed(samples, 2_000, 20);
    const x = rows(samples.features, 10);
    x.forEach((row, i) => {
      expect(samples.y[i]).toBe(Math.abs(row[0]!) >= Math.abs(row[1]!) ? 1 : -1);
    });
    const quadrants = [0, 1].flatMap((axis) =>
      [1, -1].map((side) => x.filter((row) => side * row[axis]! > 3).length),
    );
    // 500 each, sd about 20.
    for (const count of quadrants) expect(Math.abs(count - 500)).toBeLessThan(110);
  });

  it('has no linear signal: the mean of y x is near zero', () => {
    const samples = finish(twoXor(spec, 6, 0, MANY));
    const x = rows(samples.features, 10);
    for (let c = 0; c < 10; c++) {
      // Entries have sd at most √(1 + 36/2); the mean of 2,000 has sd below 0.1.
      expect(Math.abs(mean(x.map((row, i) => samples.y[i]! * row[c]!)))).toBeLessThan(0.5);
    }
  });
});

describe('the orthogonal basis of K App. A.1', () => {
  it('draws distinct basis vectors without replacement', () => {
    const samples = finish(
      orthogonalBasis({ kind: 'orthogonal-basis', n: 20, d: 40, replacement: false }, 2, 5),
    );
    expectWellFormed(samples, 20, 5);
    const x = rows(samples.features, 40);
    expect(x).toHaveLength(20);
    x.forEach((a, i) => x.forEach((b, k) => expect(dot(a, b)).toBe(i === k ? 1 : 0)));
  });

  it('shares one feature among points that drew the same vector', () => {
    const samples = finish(
      orthogonalBasis({ kind: 'orthogonal-basis', n: 50, d: 5, replacement: true }, 2, 0),
    );
    expectWellFormed(samples, 50, 0);
    expect(samples.features).toHaveLength(5 * 5);
    expect(new Set(samples.patchFeature).size).toBe(5);
  });

  it('refuses more points than vectors without replacement, with both numbers', () => {
    expect(() =>
      finish(orthogonalBasis({ kind: 'orthogonal-basis', n: 41, d: 40, replacement: false }, 0, 0)),
    ).toThrow('n = 41 is above the dimension d = 40');
  });
});
