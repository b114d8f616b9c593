import { describe, expect, it } from 'vitest';
import { angleToLimit } from '../../../src/core/limit/angle.ts';
import { maxMargin, type Limit } from '../../../src/core/limit/max-margin.ts';
import { runResidual } from '../../../src/core/limit/run-residual.ts';
import { normOf, type WeightsInFeatures } from '../../../src/core/limit/weights.ts';
import { alignedNetwork, networkAt } from '../../../src/core/limit/network.ts';
import { onePatchSamples } from '../../../src/core/problem/problem.ts';
import { SCALAR_INDEX } from '../../../src/core/observe/quantities.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { record } from '../claims/replay.ts';
import { gramOf, limitOf, threePoints } from './networks.ts';

const GIVEN = { ...threePoints(0.01), gamma: 0.5, neurons: [2, 2] as const };
const LIMIT = limitOf(GIVEN);

/** W = scale·W* + W(0), from W(0) itself (4 rows of 3 entries) and C, as a run would hold it. */
function weights(scale: number, w0: readonly number[], also: readonly number[] = []): WeightsInFeatures {
  const { coefficients, network, gram } = LIMIT;
  const c = Float64Array.from({ length: 12 }, (_, at) => {
    const g = at < 6 ? 0 : 1;
    return scale * coefficients[g * 3 + (at % 3)]! + (also[at] ?? 0);
  });
  const { features } = network.samples;
  const z0 = Float64Array.from({ length: 12 }, (_, at) => {
    const [r, k] = [Math.floor(at / 3), at % 3];
    return [0, 1, 2].reduce((sum, e) => sum + w0[r * 3 + e]! * features[k * 3 + e]!, 0);
  });
  const z = z0.map((value, at) => {
    const [r, k] = [Math.floor(at / 3), at % 3];
    return value + [0, 1, 2].reduce((sum, e) => sum + c[r * 3 + e]! * gram[e * 3 + k]!, 0);
  });
  return { c, z, z0, initialSquare: w0.reduce((sum, value) => sum + value * value, 0) };
}

/** The same by forming W and W*. */
function plainAngle(
  { network, coefficients }: Limit,
  { c }: WeightsInFeatures,
  w0: readonly number[],
): number {
  const { features } = network.samples;
  const row = (of: ArrayLike<number>, from: number, e: number): number =>
    [0, 1, 2].reduce((sum, k) => sum + of[from + k]! * features[k * 3 + e]!, 0);
  const a = w0.map((value, at) => value + row(c, Math.floor(at / 3) * 3, at % 3));
  const b = w0.map((_, at) => row(coefficients, at < 6 ? 0 : 3, at % 3));
  const inner = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, k) => sum + value * v[k]!, 0);
  return Math.acos(inner(a, b) / Math.sqrt(inner(a, a) * inner(b, b)));
}

const START = [0.3, -0.2, 0.1, 0.5, 0.1, -0.4, -0.6, 0.2, 0.3, 0.1, -0.1, 0.2];
const NOTHING = new Array<number>(12).fill(0);

describe('the angle to the limit', () => {
  it.each([0.01, 0.3, 5, -2])('is that of the weights themselves, W = %f W* + W(0)', (scale) => {
    const w = weights(scale, START);
    expect(angleToLimit(LIMIT, w)).toBeCloseTo(plainAngle(LIMIT, w, START), 9);
  });

  it('is 0 along the limit, π against it, and falls like ‖W(0)‖ over the norm to the last digits', () => {
    expect(angleToLimit(LIMIT, weights(37, NOTHING))).toBeLessThan(1e-15);
    expect(angleToLimit(LIMIT, weights(-1, NOTHING))).toBeCloseTo(Math.PI, 14);
    const at = (scale: number): number => angleToLimit(LIMIT, weights(scale, START)) * scale;
    expect(at(1e9) / at(1e7)).toBeCloseTo(1, 6);
    expect(angleToLimit(LIMIT, weights(1e12, START))).toBeLessThan(1e-11);
  });

  it('is none where there are no weights', () => {
    expect(angleToLimit(LIMIT, weights(0, NOTHING))).toBeNaN();
  });
});

describe('the KKT residual of a run', () => {
  const { network } = LIMIT;

  it('is 0 at any multiple of the limit, with the limit’s λ', () => {
    const found = runResidual(network, LIMIT.gram, weights(37, NOTHING))!;
    expect(found.stationarity).toBeLessThan(1e-8);
    expect(found.complementarity).toBeLessThan(1e-12);
    for (const [i, value] of LIMIT.lambda.entries()) expect(found.lambda[i]).toBeCloseTo(value, 12);
  });

  it('is the part of W that is no combination of gradients', () => {
    // Opposite rows in the two positive neurons: orthogonal to every gradient.
    const odd = [0.3, 0, 0, -0.3, 0, 0, 0, 0, 0, 0, 0, 0];
    const w = weights(1, odd);
    expect(runResidual(network, LIMIT.gram, w)!.stationarity).toBeCloseTo(
      (0.3 * Math.SQRT2) / normOf(network, w),
      12,
    );
  });

  it('sees margins that are unequal, and says nothing while one is not positive', () => {
    const more = runResidual(network, LIMIT.gram, weights(1, NOTHING, [0, 0, 0.5, 0, 0, 0.5]))!;
    expect(more.complementarity).toBeGreaterThan(0.05);
    expect(runResidual(network, LIMIT.gram, weights(-1, NOTHING))).toBeNull();
  });
});

describe('gradient descent of K’s Figure 1, γ = 0.5', () => {
  it('turns to its limit, and its residual falls with the angle', () => {
    const experiment = {
      ...K_FIGURE_1,
      m: 4,
      activation: { kind: 'leaky-relu', gamma: 0.5 } as const,
      sigma0: 1e-5,
      testPoints: 0,
      epochs: 400,
    };
    const { start, states } = record(experiment);
    const none = new Float64Array(0);
    const problem = { samples: onePatchSamples(start.dim, start.features, start.facts.labels, none, none) };
    const network = alignedNetwork(problem, experiment);
    const gram = gramOf(network);
    const limit = maxMargin(network, gram);
    const initial =
      start.initialRows.reduce((sum, value) => sum + value * value, 0) * start.initialScale ** 2;
    const z0 = states[0]!.z;
    const [early, late] = [states[20]!, states.at(-1)!].map(({ z, c, scalars }) => {
      const w = { c, z, z0, initialSquare: initial };
      const norm = scalars[SCALAR_INDEX.frobenius]!;
      expect(normOf(network, w) / norm).toBeCloseTo(1, 9);
      const angle = angleToLimit(limit, w);
      const inner = z.reduce((sum, value, at) => {
        const [r, k] = [Math.floor(at / 10), at % 10];
        return sum + value * limit.coefficients[(r < 4 ? 0 : 10) + k]!;
      }, 0);
      expect(Math.cos(angle)).toBeCloseTo(inner / (norm * Math.sqrt(limit.squaredNorm)), 12);
      return { angle, residual: runResidual(networkAt(problem, experiment, z), gram, w)!.stationarity };
    });
    expect(late!.angle).toBeLessThan(0.75 * early!.angle);
    expect(late!.angle).toBeLessThan(0.09);
    expect(late!.residual).toBeLessThan(0.75 * early!.residual);
    expect(late!.residual).toBeLessThan(late!.angle);
  });
});
