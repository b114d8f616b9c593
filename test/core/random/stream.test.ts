import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillNormals,
  fillUniforms,
  randomPermutation,
  type StreamName,
} from '../../../src/core/random/stream.ts';

const STREAMS: StreamName[] = [
  ...(['mean', 'label', 'label-noise', 'data', 'init', 'batch', 'test-label'] as const),
  ...(['test-label-noise', 'test-data', 'split', 'start'] as const),
];

type Fill = typeof fillUniforms;

function draw(fill: Fill, seed: number, stream: StreamName, row: number, count: number): Float64Array {
  const out = new Float64Array(count);
  fill(seed, stream, row, out, 0, count);
  return out;
}

/** Φ by Simpson's rule from 0, which shares nothing with the quantile under test; error below 1e-9. */
function normalCdf(z: number): number {
  const pieces = 200;
  const h = z / (2 * pieces);
  const density = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let i = 1; i < 2 * pieces; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * h);
  return 0.5 + (sum * h) / 3;
}

/** Kolmogorov's distance of a sample from a distribution function. */
function distance(sample: Float64Array, cdf: (x: number) => number): number {
  return sample
    .slice()
    .sort()
    .reduce((worst, x, i) => {
      const f = cdf(x);
      return Math.max(worst, f - i / sample.length, (i + 1) / sample.length - f);
    }, 0);
}

const PINNED_UNIFORMS = [0.7525533993130936, 0.8546148992543706, 0.915017297370165];
const PINNED_NORMALS = [0.6825468936602325, 1.056433513453634, 1.3723149768163228];

const N = 20_000;
/** The draws are fixed, so these tests cannot flicker; P(√N·D > 1.95) = 0.1 % for true samples. */
const KOLMOGOROV = 1.95 / Math.sqrt(N);

const moment = (sample: Float64Array, power: number) =>
  sample.reduce((sum, x) => sum + x ** power, 0) / sample.length;

describe.each([
  ['fillUniforms', fillUniforms],
  ['fillNormals', fillNormals],
] as const)('%s', (_name, fill) => {
  it('gives entry k the same value whatever range it is asked for in', () => {
    const whole = draw(fill, 42, 'data', 3, 64);
    fc.assert(
      fc.property(fc.nat(63), fc.nat(64), (from, length) => {
        const count = Math.min(length, 64 - from);
        const out = new Float64Array(64).fill(-9);
        fill(42, 'data', 3, out, from, count);
        for (let k = 0; k < 64; k++) expect(out[k]).toBe(k >= from && k < from + count ? whole[k] : -9);
      }),
    );
  });

  it('differs between seeds, streams and rows in every entry', () => {
    const samples = [
      ...STREAMS.map((stream) => draw(fill, 1, stream, 0, 100)),
      ...[1, 2, 4294967295].map((row) => draw(fill, 1, 'mean', row, 100)),
      ...[0, 2, 4294967295].map((seed) => draw(fill, seed, 'mean', 0, 100)),
    ];
    const all = samples.flatMap((sample) => [...sample]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('draws rows and streams that do not correlate', () => {
    const pairs = [
      [draw(fill, 1, 'data', 0, N), draw(fill, 1, 'data', 1, N)],
      [draw(fill, 1, 'data', 0, N), draw(fill, 1, 'init', 0, N)],
      [draw(fill, 1, 'data', 0, N), draw(fill, 2, 'data', 0, N)],
    ] as const;
    for (const [a, b] of pairs) {
      const meanA = moment(a, 1);
      const meanB = moment(b, 1);
      const covariance = a.reduce((sum, x, i) => sum + (x - meanA) * (b[i]! - meanB), 0) / N;
      const scale = Math.sqrt((moment(a, 2) - meanA ** 2) * (moment(b, 2) - meanB ** 2));
      // A correlation has standard deviation 1/√N.
      expect(Math.abs(covariance / scale)).toBeLessThan(3.5 / Math.sqrt(N));
    }
  });
});

describe('fillUniforms', () => {
  const sample = draw(fillUniforms, 7, 'label', 0, N);

  it('draws from the open interval, evenly', () => {
    expect(Math.min(...sample)).toBeGreaterThan(0);
    expect(Math.max(...sample)).toBeLessThan(1);
    expect(distance(sample, (u) => u)).toBeLessThan(KOLMOGOROV);
  });

  it('uses all 53 bits', () => {
    const lowest = sample.map((u) => (u * 2 ** 53) % 2);
    expect(Math.abs(moment(lowest, 1) - 0.5)).toBeLessThan((3.5 * 0.5) / Math.sqrt(N));
    expect(lowest.every((bit) => bit === 0 || bit === 1)).toBe(true);
  });

  it('keeps the bits it had when links were made', () => {
    expect([...draw(fillUniforms, 1, 'init', 2, 3)]).toEqual(PINNED_UNIFORMS);
    expect([...draw(fillNormals, 1, 'init', 2, 3)]).toEqual(PINNED_NORMALS);
  });
});

describe('fillNormals', () => {
  const sample = draw(fillNormals, 7, 'init', 0, N);

  it('has the moments of the standard normal', () => {
    // Standard deviations of the first four sample moments: 1, √2, √15, √96 over √N.
    const spread = 3.5 / Math.sqrt(N);
    expect(Math.abs(moment(sample, 1))).toBeLessThan(spread);
    expect(Math.abs(moment(sample, 2) - 1)).toBeLessThan(Math.SQRT2 * spread);
    expect(Math.abs(moment(sample, 3))).toBeLessThan(Math.sqrt(15) * spread);
    expect(Math.abs(moment(sample, 4) - 3)).toBeLessThan(Math.sqrt(96) * spread);
  });

  it('passes a Kolmogorov–Smirnov test against the normal distribution', () => {
    expect(distance(sample, normalCdf)).toBeLessThan(KOLMOGOROV);
  });
});

describe('randomPermutation', () => {
  it('is a permutation, the same at every call', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(1000), fc.nat(200), (seed, row, n) => {
        const order = randomPermutation(seed, 'batch', row, n);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        expect(randomPermutation(seed, 'batch', row, n)).toEqual(order);
      }),
    );
  });

  it('takes all 24 orders of four equally often', () => {
    const draws = 24_000;
    const counts = new Map<string, number>();
    for (let row = 0; row < draws; row++) {
      const order = randomPermutation(5, 'split', row, 4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const expected = draws / 24;
    const chiSquared = [...counts.values()].reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
    // The 99.9 % quantile of χ² with 23 degrees of freedom.
    expect(chiSquared).toBeLessThan(49.73);
  });
});
