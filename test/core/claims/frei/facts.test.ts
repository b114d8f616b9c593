import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { CLAIMS } from '../../../../src/core/claims/all.ts';
import { smoothness } from '../../../../src/core/claims/frei/gauges.ts';
import { leakyLimit } from '../../../../src/core/claims/leaky-limit.ts';
import { maxMarginPredictor } from '../../../../src/core/limit/predictor.ts';
import { Run } from '../../../../src/core/claims/run.ts';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { createActivation } from '../../../../src/core/model/activation.ts';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { K_FIGURE_1 } from '../../experiments.ts';
import { inShort, judge, record } from '../replay.ts';

const g = (z: number): number => 1 / (1 + Math.exp(z));

describe('facts that F uses, which no run can show', () => {
  it('Fact E.9: g(z₁)/g(z₂) ≤ max(2, 2e^(z₂ − z₁)), and e^(z₂ − z₁) ≤ 2g(z₁)/g(z₂) where both are above 0 (P2.24)', () => {
    const margin = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(margin, margin, (z1, z2) => {
        const quotient = Math.exp(z2 - z1);
        expect(g(z1) / g(z2)).toBeLessThanOrEqual(Math.max(2, 2 * quotient) * (1 + 1e-12));
        if (z1 > 0 && z2 > 0) expect(quotient).toBeLessThanOrEqual(((2 * g(z1)) / g(z2)) * (1 + 1e-12));
      }),
    );
  });

  it('the smooth leak has φ(0) = 0, φ′ in [γ, 1] and |φ″| ≤ (1 − γ)/4 (P2.16)', () => {
    const gamma = 0.1;
    const activation = { kind: 'smooth-leaky-relu', gamma } as const;
    const { evaluate, curvature } = createActivation(activation, PLAIN);
    const z = Float64Array.from({ length: 801 }, (_, k) => (k - 400) / 10);
    const [value, slope, bend] = [new Float64Array(801), new Float64Array(801), new Float64Array(801)];
    evaluate(z, 0, 801, value, slope);
    curvature(z, 801, bend);
    expect(value[400]).toBe(0);
    for (const one of slope) expect(one >= gamma && one <= 1).toBe(true);
    const H = smoothness({ ...K_FIGURE_1, activation });
    expect(H).toBeCloseTo(0.225, 12);
    for (const one of bend) expect(Math.abs(one)).toBeLessThanOrEqual(H);
    expect(bend[400]).toBeCloseTo(H, 12);
  });
});

/** Lemma B.8's three points: −e₁; ε along e₁ and the rest along e₂; e₃. */
const THREE = (epsilon: number): Experiment => ({
  ...K_FIGURE_1,
  data: {
    kind: 'explicit',
    n: 3,
    d: 3,
    x: Float64Array.of(-1, 0, 0, epsilon, Math.sqrt(1 - epsilon * epsilon), 0, 0, 0, 1),
    y: Float64Array.of(-1, 1, 1),
  },
  m: 2,
  activation: { kind: 'leaky-relu', gamma: 0.5 },
  secondLayer: '1/sqrt(2m)',
  epochs: 1,
  testPoints: 0,
});

describe('the limit of F Theorem 3.2', () => {
  it.each([1 / 72, 1 / 500])('has the λ and z of Lemma B.8 for ε = %f (P2.10)', (epsilon) => {
    const { start, states } = record(THREE(epsilon));
    const run = new Run(start, states[0]!);
    const { lambda, products } = leakyLimit(run)!;
    const [one, three] = [8 / (4 * epsilon + 5), 8 / 5];
    expect(lambda[0]).toBeCloseTo(one, 12);
    expect(lambda[1]).toBeCloseTo(one, 12);
    expect(lambda[2]).toBeCloseTo(three, 12);
    // z = √(m/2)(v − u) with m = 2 neurons in each class.
    const z = [0, 1, 2].map((i) => products[i]! - products[3 + i]!);
    expect(z[1]).toBeCloseTo((6 * (1 + epsilon)) / (4 * epsilon + 5), 12);
    expect(z[2]).toBeCloseTo(6 / 5, 12);
    // Its margins differ, so it is no multiple of the max-margin predictor, whose are all 1: all three support it.
    const gram = Float64Array.of(1, -epsilon, 0, -epsilon, 1, 0, 0, 0, 1);
    const best = maxMarginPredictor(gram, start.facts.labels)!.norm;
    expect(best * best).toBeCloseTo(2 / (1 + epsilon) + 1, 9);
  });
});

describe('F’s ratio of losses after a step of 200 (C25)', () => {
  it('is 10¹⁵ where the printed condition allows the step, as H is 0, and the corrected one does not', () => {
    const experiment: Experiment = {
      ...THREE(0),
      data: {
        kind: 'explicit',
        n: 2,
        d: 2,
        x: Float64Array.of(1, 0, 0, 1),
        y: Float64Array.of(1, 1),
        w0: Float64Array.of(0.1, 2.1, -0.1, -2.1).map((entry) => entry * Math.SQRT1_2),
      },
      m: 1,
      activation: { kind: 'smooth-leaky-relu', gamma: 1 },
      method: { kind: 'gradient-descent', eta: 200 },
    };
    const verdictOf = (id: string, eta: number) => {
      const run = record({ ...experiment, method: { kind: 'gradient-descent', eta } });
      const claim = CLAIMS.filter((one) => one.id === id);
      return judge(run, claim)[0]!.verdict;
    };
    const printed = verdictOf('frei-ratio-persists-printed', 200);
    expect(printed.kind === 'violated' && printed.first.left, inShort(printed)).toBeGreaterThan(1e15);
    expect(verdictOf('frei-ratio-persists', 200).kind).toBe('cannot-be-told');
    const short = verdictOf('frei-ratio-persists', 0.005);
    expect(short.kind === 'holds' && short.least.left, inShort(short)).toBeCloseTo(7.382, 3);
  });
});
