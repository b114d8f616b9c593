import { describe, expect, it } from 'vitest';
import type { ActivationSpec } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { createActivation } from '../../../src/core/model/activation.ts';
import { pow } from '../../../src/core/special/pow.ts';

const SPECS: readonly ActivationSpec[] = [
  { kind: 'leaky-relu', gamma: 0 },
  { kind: 'leaky-relu', gamma: 0.3 },
  { kind: 'leaky-relu', gamma: 1 },
  { kind: 'smooth-leaky-relu', gamma: 0 },
  { kind: 'smooth-leaky-relu', gamma: 0.1 },
  { kind: 'relu-power', q: 2 },
  { kind: 'relu-power', q: 3 },
  { kind: 'relu-power', q: 2.5 },
];

function evaluate(spec: ActivationSpec, z: readonly number[]) {
  const input = Float64Array.from(z);
  const value = new Float64Array(z.length);
  const slope = new Float64Array(z.length);
  const curvature = new Float64Array(z.length);
  const activation = createActivation(spec, PLAIN);
  activation.evaluate(input, 0, z.length, value, slope);
  activation.curvature(input, z.length, curvature);
  return { value, slope, curvature };
}

describe('activations', () => {
  // Central differences with h = 1e-5 are off by about h²φ‴/6 + 1e-16/h < 1e-9 at arguments of order one.
  const h = 1e-5;
  const points = [-3.2, -1.1, -0.4, 0.3, 0.9, 2.7];

  it.each(SPECS)('%o: φ′ and φ″ are the differences of φ and φ′', (spec) => {
    const at = evaluate(spec, points);
    const up = evaluate(
      spec,
      points.map((z) => z + h),
    );
    const down = evaluate(
      spec,
      points.map((z) => z - h),
    );
    points.forEach((_, k) => {
      expect(at.slope[k]).toBeCloseTo((up.value[k]! - down.value[k]!) / (2 * h), 8);
      expect(at.curvature[k]).toBeCloseTo((up.slope[k]! - down.slope[k]!) / (2 * h), 8);
    });
  });

  it('leaky ReLU has slope 1 at zero, as K defines it', () => {
    expect(evaluate({ kind: 'leaky-relu', gamma: 0.1 }, [0, -0]).slope).toEqual(Float64Array.of(1, 1));
  });

  it('the smoothed leaky ReLU is 0 at zero, has slope in [γ, 1] and curvature at most (1 − γ)/4', () => {
    const gamma = 0.1;
    const z = [-800, -30, -1, 0, 1, 30, 800];
    const { value, slope, curvature } = evaluate({ kind: 'smooth-leaky-relu', gamma }, z);
    expect(value[3]).toBe(0);
    expect(Math.min(...slope)).toBeGreaterThanOrEqual(gamma);
    expect(Math.max(...slope)).toBeLessThanOrEqual(1);
    expect(curvature[3]).toBeCloseTo((1 - gamma) / 4, 15);
    expect(Math.max(...curvature)).toBe(curvature[3]);
    expect([...value, ...slope, ...curvature].every(Number.isFinite)).toBe(true);
  });

  it.each(SPECS)('%o: the first entries that are asked for are written, and no other', (spec) => {
    const z = Float64Array.of(9, 0.5, -0.5, 2);
    const [value, slope, curvature] = [0, 1, 2].map(() => new Float64Array(4).fill(7)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const activation = createActivation(spec, PLAIN);
    activation.evaluate(z, 1, 2, value, slope);
    activation.curvature(z.subarray(1), 2, curvature);
    const all = evaluate(spec, [0.5, -0.5]);
    expect([...value]).toEqual([...all.value, 7, 7]);
    expect([...slope]).toEqual([7, ...all.slope, 7]);
    expect([...curvature]).toEqual([...all.curvature, 7, 7]);
  });

  it('the power is a product of q factors for a whole q up to 8, and rounded once for any other', () => {
    const zs = Array.from({ length: 40 }, (_, k) => 0.1 + k / 17);
    const product = (z: number, q: number): number => (q === 1 ? z : product(z, q - 1) * z);
    for (const q of [2, 5, 8])
      expect([...evaluate({ kind: 'relu-power', q }, zs).value]).toEqual(zs.map((z) => product(z, q)));
    for (const q of [2.5, 9])
      expect([...evaluate({ kind: 'relu-power', q }, zs).value]).toEqual(zs.map((z) => pow(z, q - 1) * z));
    // The two are not the same to the bit.
    expect(zs.some((z) => product(z, 9) !== pow(z, 8) * z)).toBe(true);
  });

  it.each([
    [{ kind: 'leaky-relu', gamma: 1.1 }, 'leak γ = 1.1 is outside 0 to 1'],
    [{ kind: 'leaky-relu', gamma: -0.1 }, 'leak γ = -0.1 is outside 0 to 1'],
    [{ kind: 'smooth-leaky-relu', gamma: NaN }, 'leak γ = NaN is outside 0 to 1'],
    [{ kind: 'relu-power', q: 1 }, 'power q = 1 of the activation is below 2'],
  ] satisfies [ActivationSpec, string][])('%o is refused by name, value and range', (spec, message) => {
    expect(() => createActivation(spec, PLAIN)).toThrow(message);
  });
});
