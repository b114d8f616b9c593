import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { maxMargin } from '../../../src/core/limit/max-margin.ts';
import { alignedNetwork, networkAt } from '../../../src/core/limit/network.ts';
import { gramMatrix } from '../../../src/core/linalg/gram-matrix.ts';
import { onePatchSamples } from '../../../src/core/problem/problem.ts';
import { Probing } from '../../../src/core/probe/probing.ts';
import { LIMIT_PROBES } from '../../../src/core/probe/quantities.ts';
import { train } from '../../../src/core/run.ts';
import { record } from '../claims/replay.ts';
import { K_FIGURE_1, M_FIGURES } from '../experiments.ts';

const NONE = new Float64Array(0);

const LEAKY: Experiment = {
  ...K_FIGURE_1,
  m: 6,
  activation: { kind: 'leaky-relu', gamma: 0.5 },
  sigma0: 1e-4,
  testPoints: 0,
  epochs: 200,
};

function probed(experiment: Experiment): Probing {
  const probing = new Probing(LIMIT_PROBES);
  const work = train(experiment, probing.recorder, new Map());
  while (work.next().done !== true);
  return probing;
}

/** arccos ⟨W, W*⟩/(‖W‖‖W*‖) with both matrices formed. */
function plainAngle(w: readonly number[], star: readonly number[]): number {
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  return Math.acos(inner(w, star) / Math.sqrt(inner(w, w) * inner(star, star)));
}

describe('the probes of the limit', () => {
  it.each(['feature', 'weight'] as const)(
    'have the angle between the weights themselves and the limit of their pattern at the epoch (%s space)',
    (space) => {
      const experiment: Experiment = { ...LEAKY, space };
      const { start, states } = record(experiment);
      const { dim, features } = start;
      const problem = { samples: onePatchSamples(dim, features, start.facts.labels, NONE, NONE) };
      const { epochs, values } = probed(experiment).column('limitAngle');
      const gram = gramMatrix(features, 10, dim);
      for (const t of [1, 40, 200]) {
        const { z, c } = states.find((state) => state.t === t)!;
        const { network, coefficients } = maxMargin(networkAt(problem, experiment, z), gram);
        const groupOf = (r: number): number => network.groups.findIndex(({ rows }) => rows.includes(r));
        const entry = (row: ArrayLike<number>, from: number, e: number): number =>
          Array.from({ length: 10 }, (_, k) => row[from + k]! * features[k * dim + e]!).reduce(
            (a, b) => a + b,
          );
        const [w, star] = [[] as number[], [] as number[]];
        for (let r = 0; r < 12; r++) {
          for (let e = 0; e < dim; e++) {
            w.push(start.initialScale * start.initialRows[r * dim + e]! + entry(c, r * 10, e));
            star.push(entry(coefficients, groupOf(r) * 10, e));
          }
        }
        // An arccosine has half of the digits of its cosine.
        expect(values[epochs.indexOf(t)]).toBeCloseTo(plainAngle(w, star), 6);
      }
    },
  );

  it('fall towards 0 on nearly orthogonal data with a leak, the residual below the angle', () => {
    const probing = probed(LEAKY);
    const [angle, stationarity, slack] = LIMIT_PROBES.map((name) => probing.column(name).values);
    const last = angle!.length - 1;
    expect(angle![last]).toBeLessThan(0.2);
    expect(angle![last]).toBeLessThan(angle![20]!);
    expect(stationarity![last]).toBeLessThan(angle![last]!);
    expect(slack![last]).toBeLessThan(0.1);
  });

  it('report the limit of the last pattern: once the patterns are aligned, that of the data alone', () => {
    const report = probed(LEAKY).limit;
    if (report?.kind !== 'solved') throw new Error('no limit');
    const { start } = record({ ...LEAKY, epochs: 1 });
    const problem = { samples: onePatchSamples(start.dim, start.features, start.facts.labels, NONE, NONE) };
    const { lambda } = maxMargin(alignedNetwork(problem, LEAKY), gramMatrix(start.features, 10, start.dim));
    // Two groups or more of the same pattern sum in another order.
    report.lambda.forEach((value, i) => expect(value / lambda[i]!).toBeCloseTo(1, 12));
    expect([report.aligned, report.singular, report.offPattern, report.pairs]).toEqual([true, false, 0, 120]);
    // K's coefficients are the multipliers but for what is left of W(0) and of the unequal margins.
    report.ownLambda.forEach((own, i) => expect(own / report.lambda[i]!).toBeCloseTo(1, 0));
  });

  it('have no angle where the pattern is infeasible, and say why', () => {
    // The same vector with both labels.
    const x = Float64Array.of(1, 0, 1, 0);
    const probing = probed({
      ...LEAKY,
      data: { kind: 'explicit', n: 2, d: 2, x, y: Float64Array.of(1, -1) },
      epochs: 5,
    });
    expect(probing.column('limitAngle').values.every(Number.isNaN)).toBe(true);
    expect(probing.limit).toMatchObject({ kind: 'none', why: expect.stringMatching(/infeasible/) as string });
  });

  it('are not measured of powers of ReLU', () => {
    const probing = probed({ ...M_FIGURES, m: 3, epochs: 3, testPoints: 0 });
    expect([probing.columns, probing.limit]).toEqual([[], null]);
  });
});
