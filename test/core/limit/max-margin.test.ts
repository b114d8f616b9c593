import { describe, expect, it } from 'vitest';
import { linearDecision, decisionAt } from '../../../src/core/limit/decision.ts';
import { kktResiduals } from '../../../src/core/limit/kkt.ts';
import { InfeasiblePattern, limitRows, maxMargin, objectiveOf } from '../../../src/core/limit/max-margin.ts';
import { groupsAt, limitSlope, type NeuronGroup } from '../../../src/core/limit/network.ts';
import { pairsOffPattern } from '../../../src/core/limit/pattern.ts';
import { maxMarginPredictor } from '../../../src/core/limit/predictor.ts';
import { multiplierBounds, orthogonality } from '../../../src/core/limit/theorem.ts';
import { stableRanks } from '../../../src/core/limit/stable-rank.ts';
import { gramOf, limitOf, networkOf, threePoints, unitVectors } from './networks.ts';

const expectAll = (values: Iterable<number>, expected: number, tolerance = 1e-12): void => {
  for (const value of values) expect(Math.abs(value - expected)).toBeLessThan(tolerance);
};

describe('the max-margin problem of a frozen pattern', () => {
  it.each([0, 1e-9, 1 / 500, 1 / 72, 0.2])(
    'has the λ, z and sides of F’s Theorem 3.2 for the three points of Lemma B.8 with ε = %f',
    (epsilon) => {
      const limit = limitOf({ ...threePoints(epsilon), gamma: 0.5, neurons: [4, 4] });
      const [first, second, third] = limit.lambda;
      expectAll([first!, second!], 8 / (4 * epsilon + 5));
      expectAll([third!], 8 / 5);
      expectAll(limit.margins, 1);
      expectAll([objectiveOf(limit)], (first! + second! + third!) / 2);
      const z = linearDecision(limit);
      expectAll([z.products[1]!], (6 * (1 + epsilon)) / (4 * epsilon + 5));
      expectAll([z.products[2]!], 6 / 5);
      // The point 2x₂ − x₃, by its inner products with the samples.
      const g = limit.gram;
      const inner = Float64Array.from([0, 1, 2], (i) => 2 * g[i * 3 + 1]! - g[i * 3 + 2]!);
      expectAll([decisionAt(z, inner)], 2 * z.products[1]! - z.products[2]!);
      const best = maxMarginPredictor(limit.gram, Float64Array.of(-1, 1, 1))!;
      expectAll([best.norm * best.norm], 2 / (1 + epsilon) + 1);
      expect(z.norm).toBeLessThan((2 / 1.5) * best.norm);
      expect(z.norm).toBeGreaterThan(best.norm * (1 + 1e-3));
      const { rMin, rMax, assumption } = orthogonality(limit.gram, 3);
      expectAll([rMin, rMax], 1);
      expect(assumption).toBe(epsilon === 0 ? Infinity : 1 / (3 * epsilon));
      const bounds = multiplierBounds(0.5, rMin, rMax, 8);
      for (const value of limit.lambda) {
        expect(value).toBeGreaterThan(bounds.lambda.above);
        expect(value).toBeLessThan(bounds.lambda.below);
      }
      expect(pairsOffPattern(limit)).toBe(0);
    },
  );

  it('has other numbers of neurons in the classes weigh as F’s (3) says', () => {
    // (m₁/m)·1 + γ²·(m₂/m)·1 for a positive sample, the other way round for a negative one, all orthogonal.
    const { lambda } = limitOf({ x: unitVectors(2), y: [1, -1], gamma: 0.5, neurons: [3, 1] });
    expectAll([lambda[0]!], 1 / (3 / 4 + 1 / 16));
    expectAll([lambda[1]!], 1 / (1 / 4 + 3 / 16));
  });

  it.each([0, 0.25, 0.5, 1])(
    'has SR(W±) = 1 and SR(W) = 2(1 + γ²)/(1 + γ)² on balanced orthogonal data, γ = %f (P1.25)',
    (gamma) => {
      const y = [1, -1, 1, -1, 1, -1];
      const limit = limitOf({ x: unitVectors(6), y, gamma, neurons: [7, 7] });
      const { positive, negative, all } = stableRanks(limit);
      expect([positive.excess, negative.excess]).toEqual([0, 0]);
      const expected = (2 * (1 + gamma * gamma)) / ((1 + gamma) * (1 + gamma));
      expectAll([all.value], expected);
      expectAll([all.excess], expected - 1);
      expectAll(limit.lambda, 2 / (1 + gamma * gamma));
    },
  );

  it('has SR(W_j) = 2n_j/(n_j + 1) for ReLU on orthogonal data whose neurons are every subset of their class once (C22)', () => {
    // 32 and 8 neurons; those of the other class do not fire, as they end.
    const y = [1, 1, 1, 1, 1, -1, -1, -1];
    const subsets = (sign: 1 | -1, own: readonly number[], from: number): NeuronGroup[] =>
      Array.from({ length: 2 ** own.length }, (_, subset) => {
        const slopes = new Float64Array(8);
        for (const [bit, i] of own.entries()) slopes[i] = (subset >> bit) & 1;
        return { sign, rows: [from + subset], slopes };
      });
    const groups = [...subsets(1, [0, 1, 2, 3, 4], 0), ...subsets(-1, [5, 6, 7], 32)];
    const limit = limitOf({ x: unitVectors(8), y, gamma: 0, neurons: [32, 8], groups });
    const { positive, negative } = stableRanks(limit);
    expectAll([positive.value], 10 / 6);
    expectAll([negative.value], 6 / 4);
    expect(pairsOffPattern(limit)).toBe(0);
  });

  it('has SR(W_j) = ‖A‖_F²/‖A‖₂², A = C diag(m/|S_i|), for any pattern of ReLU on orthogonal data (P1.44)', () => {
    // S_1 = {0, 1, 2}, S_2 = {2, 3}: A has the columns (4/3)(1, 1, 1, 0) and 2(0, 0, 1, 1).
    const z = Float64Array.of(1, -1, 1, -1, 1, 1, -1, 1, -1, -1, -1, -1, -1, -1, -1, -1);
    const samples = networkOf({ x: unitVectors(2), y: [1, 1], gamma: 0 }).samples;
    const groups = groupsAt(z, 8, samples, 0);
    expect(groups.map(({ sign, rows }) => [sign, rows.length])).toEqual([
      [1, 2],
      [1, 1],
      [1, 1],
      [-1, 4],
    ]);
    const { positive, negative } = stableRanks(
      limitOf({ x: unitVectors(2), y: [1, 1], gamma: 0, neurons: [4, 4], groups }),
    );
    // AᵀA = [[16/3, 8/3], [8/3, 8]].
    const top = (40 / 3 + Math.sqrt((8 / 3) ** 2 + 4 * (8 / 3) ** 2)) / 2;
    expectAll([positive.value], 40 / 3 / top);
    expect(negative).toEqual({ value: 0, excess: 0 });
  });

  it('ignores a sample that others hold beyond margin 1, and gives it no multiplier', () => {
    const limit = limitOf({
      x: [
        [1, 0],
        [3, 0.5],
        [0, 1],
      ],
      y: [1, 1, -1],
      gamma: 0.5,
    });
    expect(limit.lambda[1]).toBe(0);
    expect(limit.margins[1]).toBeGreaterThan(2);
    expectAll([limit.margins[0]!, limit.margins[2]!], 1);
  });

  it('has the same W for a sample given twice, with half the multiplier each', () => {
    const one = limitOf({ ...threePoints(0.01), gamma: 0.3 });
    const { x, y } = threePoints(0.01);
    const twice = limitOf({ x: [...x, x[1]!], y: [...y, 1], gamma: 0.3 });
    expect(twice.lambda[1]).toBe(twice.lambda[3]);
    expectAll([twice.lambda[1]!], one.lambda[1]! / 2);
    expectAll([twice.squaredNorm], one.squaredNorm);
  });

  it.each([
    [
      'the same point has both labels and γ is 1',
      {
        x: [
          [1, 2],
          [1, 2],
          [1, 0],
        ],
        y: [1, -1, 1],
        gamma: 1,
      },
      'the margins of samples 1, 2 is 0',
    ],
    [
      'a sample is 0',
      {
        x: [
          [1, 2],
          [0, 0],
        ],
        y: [1, -1],
        gamma: 0.5,
      },
      'sample 2 has margin 0',
    ],
    [
      'no neuron fires for a sample and there is no leak',
      {
        x: [
          [1, 0],
          [0, 1],
        ],
        y: [1, 1],
        gamma: 0,
        groups: [{ sign: 1 as const, rows: [0], slopes: Float64Array.of(1, 0) }],
      },
      'sample 2 has margin 0',
    ],
    [
      'a linear network has its origin among the samples',
      {
        x: [
          [1, 0],
          [-1, 1],
          [-1, -2],
        ],
        y: [1, 1, 1],
        gamma: 1,
      },
      'the margins of samples 1, 2, 3 is 0',
    ],
  ])('is infeasible, with a certificate that says why, where %s', (_, given, words) => {
    const network = networkOf(given);
    let thrown: unknown;
    try {
      maxMargin(network, gramOf(network));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InfeasiblePattern);
    const { message, ray } = thrown as InfeasiblePattern;
    expect(message).toContain(words);
    // Σ d_i ∇q_i = 0: what it certifies, from the samples.
    for (const { sign, slopes } of network.groups) {
      for (let c = 0; c < network.samples.dim; c++) {
        const sum = given.x.reduce((all, x, i) => all + ray[i]! * given.y[i]! * sign * slopes[i]! * x[c]!, 0);
        expect(Math.abs(sum)).toBeLessThan(1e-12);
      }
    }
  });

  it('tells a pattern that its own limit leaves', () => {
    // Both positive neurons lean to the negative sample, whose inner product with the positive one is large.
    const limit = limitOf({
      x: [
        [1, 0],
        [0.9, 0.1],
      ],
      y: [1, -1],
      gamma: 0,
      neurons: [2, 2],
    });
    expect(pairsOffPattern(limit)).toBe(4);
  });

  it('refuses an activation that no pattern makes linear', () => {
    expect(() => limitSlope({ kind: 'relu-power', q: 3 })).toThrow('activation max(0, z)^q with q = 3');
  });
});

describe('the KKT residuals', () => {
  const given = { ...threePoints(0.01), gamma: 0.5, neurons: [2, 2] as const };
  const limit = limitOf(given);
  const { network, lambda } = limit;
  const rows = limitRows(limit);

  it('are rounding at the solution', () => {
    const { stationarity, feasibility, complementarity } = kktResiduals(network, lambda, rows);
    expect(Math.max(stationarity, feasibility, complementarity)).toBeLessThan(1e-14);
  });

  it('show weights that are not the combination that λ says', () => {
    const moved = rows.map((value, k) => (k === 0 ? value + 0.01 : value));
    const { stationarity } = kktResiduals(network, lambda, moved);
    // Two neurons have this row.
    expect(stationarity).toBeCloseTo((0.01 * Math.SQRT2) / Math.sqrt(limit.squaredNorm), 3);
  });

  it('show a margin below 1, one above 1 that has a multiplier, and a negative multiplier', () => {
    const short = kktResiduals(
      network,
      lambda.map((value) => 0.9 * value),
      rows,
    );
    expect(short.feasibility).toBeCloseTo(0.1, 12);
    const long = kktResiduals(
      network,
      lambda.map((value) => 1.1 * value),
      rows,
    );
    expect([long.feasibility, long.complementarity]).toEqual([0, expect.closeTo(0.1, 12)]);
    const wrong = lambda.map((value, i) => (i === 0 ? -value : value));
    expect(kktResiduals(network, wrong, rows).stationarity).toBeGreaterThan(0.9);
  });
});
