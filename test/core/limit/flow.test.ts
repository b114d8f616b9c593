import { describe, expect, it } from 'vitest';
import { angleToLimit } from '../../../src/core/limit/angle.ts';
import { maxMargin } from '../../../src/core/limit/max-margin.ts';
import { groupsAt } from '../../../src/core/limit/network.ts';
import { pairsOffPattern } from '../../../src/core/limit/pattern.ts';
import { runResidual } from '../../../src/core/limit/run-residual.ts';
import { stableRanks } from '../../../src/core/limit/stable-rank.ts';
import { onePatchSamples } from '../../../src/core/problem/problem.ts';
import end from './flow-leaky-end.json' with { type: 'json' };
import { gramOf } from './networks.ts';

const NONE = new Float64Array(0);
const K = end.y.length;
const samples = onePatchSamples(
  end.x[0]!.length,
  Float64Array.from(end.x.flat()),
  Float64Array.from(end.y),
  NONE,
  NONE,
);
const signs = Float64Array.from(end.active.flat(), (fires) => (fires === 1 ? 1 : -1));
const network = {
  samples,
  scale: 1 / end.m,
  gamma: end.gamma,
  groups: groupsAt(signs, 2 * end.m, samples, end.gamma),
};
const gram = gramOf(network);
const limit = maxMargin(network, gram);

/** ⟨w_r(0), x_k⟩, 2m×K. */
const z0 = Float64Array.from({ length: 2 * end.m * K }, (_, at) =>
  end.w0[Math.floor(at / K)]!.reduce((sum, weight, c) => sum + weight * end.x[at % K]![c]!, 0),
);
const initialSquare = end.w0.flat().reduce((sum, weight) => sum + weight * weight, 0);

/** W(t) of the reference, from its ρ_ri = C_ri ‖x_i‖². */
function weightsAt(rho: readonly (readonly number[])[]) {
  const c = Float64Array.from(rho.flat(), (value, at) => value / gram[(at % K) * (K + 1)]!);
  const z = z0.map((start, at) => {
    let moved = 0;
    for (let e = 0; e < K; e++) moved += c[Math.floor(at / K) * K + e]! * gram[e * K + (at % K)]!;
    return start + moved;
  });
  return { c, z, z0, initialSquare };
}

describe('a reference trajectory of the flow, leaky ReLU to log t = 256, whose pattern is not the aligned one', () => {
  it('turns to the limit of its last pattern: the angle falls like 1/log t', () => {
    expect(pairsOffPattern(limit)).toBe(0);
    const scaled = end.at.map(({ log_t: time, rho }) => angleToLimit(limit, weightsAt(rho)) * time);
    const [first, second, third] = scaled;
    expect(third).toBeCloseTo(0.8875, 3);
    // angle · log t settles: what is left of its way is halved each time log t is doubled.
    expect((second! - third!) / (first! - second!)).toBeCloseTo(0.5, 1);
  });

  it('has a KKT residual that halves each time log t doubles', () => {
    const residuals = end.at.map(({ rho }) => runResidual(network, gram, weightsAt(rho))!);
    for (const key of ['stationarity', 'complementarity'] as const) {
      const [first, second, third] = residuals.map((residual) => residual[key]);
      expect(second! / first!).toBeCloseTo(0.5, 1);
      expect(third! / second!).toBeCloseTo(0.5, 1);
    }
  });

  it('has come to within 1e−3 of the limit’s stable ranks', () => {
    const ranks = stableRanks(limit);
    for (const part of ['positive', 'negative', 'all'] as const) {
      expect(Math.abs(ranks[part].value - end.stable_rank[part])).toBeLessThan(1e-3);
    }
  });
});
