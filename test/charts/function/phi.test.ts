import { expect, it } from 'vitest';
import { phiOf, type PhiSettings } from '../../../src/charts/function/phi.ts';
import { createActivation } from '../../../src/core/model/activation.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';

const z = Float64Array.from({ length: 81 }, (_, k) => k / 10 - 4);

it.each<[PhiSettings, Parameters<typeof createActivation>[0]]>([
  [
    { activation: 'leaky-relu', gamma: 0.1, q: 2 },
    { kind: 'leaky-relu', gamma: 0.1 },
  ],
  [
    { activation: 'leaky-relu', gamma: 0, q: 2 },
    { kind: 'leaky-relu', gamma: 0 },
  ],
  [
    { activation: 'smooth-leaky-relu', gamma: 0.1, q: 2 },
    { kind: 'smooth-leaky-relu', gamma: 0.1 },
  ],
  [
    { activation: 'relu-power', gamma: 0.1, q: 2.5 },
    { kind: 'relu-power', q: 2.5 },
  ],
])('the picture of %o is the function and the slope that are trained', (settings, spec) => {
  const value = new Float64Array(z.length);
  const slope = new Float64Array(z.length);
  createActivation(spec, PLAIN).evaluate(z, 0, z.length, value, slope);
  const { value: phi, slope: derivative } = phiOf(settings);
  z.forEach((at, k) => {
    // Two ways to the same numbers, of a few roundings each, and of size 32 at most.
    expect(Math.abs(phi(at) - value[k]!)).toBeLessThan(1e-13);
    expect(Math.abs(derivative(at) - slope[k]!)).toBeLessThan(1e-13);
  });
});
