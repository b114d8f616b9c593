import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { heldPairs, withHeldSlopes } from '../../../src/core/limit/held.ts';
import { kktResiduals } from '../../../src/core/limit/kkt.ts';
import { limitRows, maxMargin } from '../../../src/core/limit/max-margin.ts';
import { groupsAt } from '../../../src/core/limit/network.ts';
import { pairsOffPattern } from '../../../src/core/limit/pattern.ts';
import { Projection } from '../../../src/core/limit/sliding.ts';
import { gramMatrix } from '../../../src/core/linalg/gram-matrix.ts';
import { Probing } from '../../../src/core/probe/probing.ts';
import { LIMIT_PROBES } from '../../../src/core/probe/quantities.ts';
import { train } from '../../../src/core/run.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { gramOf, networkOf } from './networks.ts';

/** Three samples of which the third, of the other class, leans on the first two. */
const GIVEN = {
  x: [
    [1, 0, 0],
    [0, 1, 0],
    [0.3, 0.3, 1],
  ],
  y: [1, 1, -1],
  gamma: 0,
};

/** Pre-activations of a positive and a negative neuron; each stays on the kinks of the other class. */
const SLIDING = Float64Array.of(1, 1, 0, 0, 0, 1);

function held() {
  const plain = networkOf(GIVEN);
  const network = networkOf({ ...GIVEN, groups: groupsAt(SLIDING, 2, plain.samples, 0) });
  return maxMargin(network, gramOf(network));
}

describe('the limit of neurons that slide on a kink', () => {
  it('keeps them there: ⟨w_r, x_i⟩ = 0, with all margins at 1', () => {
    const limit = held();
    expect(limit.network.groups.map(({ slides }) => slides)).toEqual([[2], [0, 1]]);
    for (const at of [2, 3, 4]) expect(limit.products[at]).toBeCloseTo(0, 14);
    limit.margins.forEach((margin) => expect(margin).toBeCloseTo(1, 12));
  });

  it('is a KKT point of the network with the slopes that hold them, which are from γ to 1', () => {
    const limit = held();
    const solved = withHeldSlopes(limit);
    for (const { slopes } of solved.groups) {
      for (const slope of slopes) expect(slope > 0 && slope < 1 + 1e-12).toBe(true);
    }
    expect(pairsOffPattern(limit)).toBe(0);
    const { stationarity, feasibility, complementarity } = kktResiduals(
      solved,
      limit.lambda,
      limitRows(limit),
    );
    for (const residual of [stationarity, feasibility, complementarity]) expect(residual).toBeLessThan(1e-12);
  });

  it('says which pairs they are, neuron by neuron', () => {
    const pairs = heldPairs(held());
    expect(pairs.map(({ neuron, sample, patch }) => [neuron, sample, patch])).toEqual([
      [0, 2, 0],
      [1, 0, 0],
      [1, 1, 0],
    ]);
    const slopes = withHeldSlopes(held()).groups.map((group) => group.slopes);
    expect(pairs.map(({ slope }) => slope)).toEqual([slopes[0]![2], slopes[1]![0], slopes[1]![1]]);
  });

  it('is none where no slope from γ to 1 holds them', () => {
    // The third sample leans away: neither neuron would fire for the other class’s.
    const x = [...GIVEN.x.slice(0, 2), [-0.3, -0.3, 1]];
    const plain = networkOf({ ...GIVEN, x });
    const network = networkOf({ ...GIVEN, x, groups: groupsAt(SLIDING, 2, plain.samples, 0) });
    expect(pairsOffPattern(maxMargin(network, gramOf(network)))).toBe(3);
  });

  it('takes no notice of a linear network’s kinks, for it has none', () => {
    const { samples } = networkOf(GIVEN);
    expect(groupsAt(SLIDING, 2, samples, 1).every(({ slides }) => slides === undefined)).toBe(true);
  });
});

it('a projection is orthogonal to what it takes off, also where that depends on itself', () => {
  const rows = Float64Array.of(1, 2, 0, 0, 1, 1, 1, 3, 1, 2, 0, -1);
  const gram = gramMatrix(rows, 4, 3);
  const left = new Projection([0, 1, 2], gram, 4).of([{ feature: 3, value: 2 }]);
  for (const k of [0, 1, 2]) {
    const inner = left.reduce((sum, { feature, value }) => sum + value * gram[k * 4 + feature]!, 0);
    expect(inner).toBeCloseTo(0, 12);
  }
});

it('ReLU’s flow turns to the limit with its sliding pairs held fast, and the angle closes like 1/log t', () => {
  const experiment: Experiment = {
    ...K_FIGURE_1,
    m: 10,
    activation: { kind: 'leaky-relu', gamma: 0 },
    method: { kind: 'flow', logTime: 10_000, tolerance: 1e-9 },
    sigma0: 1e-5,
    epochs: 60,
    testPoints: 0,
  };
  const probing = new Probing(LIMIT_PROBES);
  const work = train(experiment, probing.recorder, new Map());
  while (work.next().done !== true);
  const [angle, stationarity] = LIMIT_PROBES.map((name) => probing.column(name).values.at(-1)!);
  // DESIGN asks for 1e-6 of a leaky network; what is left here is W(0) and the first kinks over log t.
  expect(angle).toBeLessThan(1e-4);
  expect(stationarity).toBeLessThan(1e-5);
  expect(probing.limit).toMatchObject({ kind: 'solved', aligned: false, offPattern: 0 });
});
