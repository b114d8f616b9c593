import { expect, it } from 'vitest';
import { threePoints } from '../../../src/core/problem/three-points.ts';
import { alignedNetwork } from '../../../src/core/limit/network.ts';
import { maxMargin } from '../../../src/core/limit/max-margin.ts';
import { theoremFacts } from '../../../src/core/limit/theorem.ts';
import { gramMatrix } from '../../../src/core/linalg/gram-matrix.ts';
import { toExperiments } from '../../../src/settings/experiment.ts';
import { PRESETS, settingsOf } from '../../../src/settings/presets.ts';

it.each([0, 0.01, 1 / 72, 0.5])(
  'F’s three points with ε = %f are of length 1, the first two −ε apart',
  (epsilon) => {
    const { features, y } = threePoints({ kind: 'three-points', epsilon });
    const expected = [1, -epsilon, 0, -epsilon, 1, 0, 0, 0, 1];
    gramMatrix(features, 3, 3).forEach((entry, k) => expect(entry).toBeCloseTo(expected[k]!, 15));
    expect([...y]).toEqual([-1, 1, 1]);
  },
);

it('F’s three points are refused where ε is no cosine', () => {
  expect(() => threePoints({ kind: 'three-points', epsilon: 1.5 })).toThrow('ε = 1.5 is outside 0 to 1');
});

it('the preset of Lemma B.8 has its closed form: λ₁ = λ₂ = 8/(4ε + 5), λ₃ = 8/5, and z, to 1e−12', () => {
  const preset = PRESETS.find(({ id }) => id === 'frei-three-points')!;
  const [experiment] = toExperiments(settingsOf(preset));
  if (experiment?.data.kind !== 'three-points') throw new Error('other data');
  const { epsilon } = experiment.data;
  const samples = threePoints(experiment.data);
  const limit = maxMargin(alignedNetwork({ samples }, experiment), gramMatrix(samples.features, 3, 3));
  const one = 8 / (4 * epsilon + 5);
  for (const [i, value] of [one, one, 8 / 5].entries()) {
    expect(Math.abs(limit.lambda[i]! - value)).toBeLessThan(1e-12);
  }
  const facts = theoremFacts(limit)!;
  expect(facts.assumption).toBeGreaterThan(facts.needs);
  expect(Math.abs(facts.decision[1]! - (6 * (1 + epsilon)) / (4 * epsilon + 5))).toBeLessThan(1e-12);
  expect(Math.abs(facts.decision[2]! - 6 / 5)).toBeLessThan(1e-12);
  // The widest margin has all three at distance 1, and the network's own line has not.
  facts.best!.forEach((margin) => expect(margin).toBeCloseTo(1, 12));
  expect(facts.ratio).toBeLessThan(facts.ratioBound);
});
