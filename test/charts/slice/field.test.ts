import { describe, expect, it } from 'vitest';
import type { ActivationSpec } from '../../../src/core/experiment.ts';
import { boundaryOf } from '../../../src/charts/slice/boundary.ts';
import { fieldOf, valueAt } from '../../../src/charts/slice/field.ts';

const ACTIVATIONS: readonly ActivationSpec[] = [
  { kind: 'leaky-relu', gamma: 0.1 },
  { kind: 'smooth-leaky-relu', gamma: 0.1 },
  { kind: 'relu-power', q: 3 },
];

/** Arrows of all directions, the positive ones more to the right, the others more to the left. */
const arrowsOf = (neurons: number): Float64Array =>
  Float64Array.from({ length: 2 * neurons }, (_, at) => {
    const r = at >> 1;
    const lean = r < neurons / 2 ? 0.6 : -0.6;
    return (1 + (r % 7) / 7) * (at % 2 === 0 ? Math.cos(2.4 * r) + lean : Math.sin(2.4 * r));
  });

const network = (activation: ActivationSpec, neurons: number) => ({
  activation,
  neurons,
  scale: 2 / neurons,
  patches: 1 as const,
});

/** The largest error of a field against f itself, in shares of max |f|. */
function errorOf(activation: ActivationSpec, neurons: number): number {
  const net = network(activation, neurons);
  const arrows = arrowsOf(neurons);
  const { nodes, values, most } = fieldOf(net, arrows, 2);
  let error = 0;
  for (let at = 0; at < values.length; at += 37) {
    const s = 2 * ((2 * (at % nodes)) / (nodes - 1) - 1);
    const t = 2 * (1 - (2 * Math.floor(at / nodes)) / (nodes - 1));
    error = Math.max(error, Math.abs(values[at]! - valueAt(net, arrows, s, t)) / most);
  }
  return error;
}

describe('f on a slice', () => {
  it.each(ACTIVATIONS)('is exact at each node while neurons are few: $kind', (activation) => {
    // Sums in another order.
    expect(errorOf(activation, 60)).toBeLessThan(1e-13);
  });

  it.each(ACTIVATIONS)('of 4,000 neurons is that of groups of near ones, within 2 %: $kind', (activation) => {
    const error = errorOf(activation, 4_000);
    // A picture has some hundred shades of it.
    expect(error).toBeLessThan(0.02);
    expect(error).toBeGreaterThan(1e-13);
  });

  it('of two patches is the sum of what each of them adds, at every node', () => {
    const net = { ...network({ kind: 'relu-power', q: 2 }, 40), patches: 2 as const };
    const arrows = arrowsOf(40);
    const { nodes, values } = fieldOf(net, arrows, 2);
    for (const at of [0, 7, 1_000, values.length - 1]) {
      const s = 2 * ((2 * (at % nodes)) / (nodes - 1) - 1);
      const t = 2 * (1 - (2 * Math.floor(at / nodes)) / (nodes - 1));
      expect(values[at]!).toBeCloseTo(valueAt(net, arrows, s, t), 12);
      expect(valueAt(net, arrows, s, t)).toBeCloseTo(
        valueAt(net, arrows, s, 0) + valueAt(net, arrows, 0, t),
        12,
      );
    }
    expect(
      valueAt(
        net,
        Float64Array.from({ length: 80 }, (_, at) => Number(at === 0)),
        2,
        9,
      ),
    ).toBe(4 / 20);
  });

  it('has the positive neurons first, with a positive weight', () => {
    const net = { ...network({ kind: 'leaky-relu', gamma: 0.5 }, 2), scale: 3 };
    const arrows = Float64Array.of(1, 0, 0, 1);
    expect(valueAt(net, arrows, 2, -4)).toBe(3 * 2 - 3 * -2);
  });

  it('has a node at the origin, where nothing is added', () => {
    for (const neurons of [2, 100, 3_000]) {
      const { nodes, values } = fieldOf(
        network({ kind: 'smooth-leaky-relu', gamma: 0 }, neurons),
        arrowsOf(neurons),
        1,
      );
      expect(nodes % 2).toBe(1);
      expect(Math.abs(values[(values.length - 1) / 2]!)).toBeLessThan(1e-15);
    }
  });
});

describe('the boundary on a slice', () => {
  it('is the line zᵀx = 0 where φ is linear', () => {
    const arrows = Float64Array.of(3, 1, -1, 2);
    // z = (3, 1) − (−1, 2)
    const field = fieldOf({ ...network({ kind: 'leaky-relu', gamma: 1 }, 2), scale: 1 }, arrows, 1);
    const pieces = boundaryOf(field);
    expect(pieces.length).toBeGreaterThan(100);
    for (let at = 0; at < pieces.length; at += 2) {
      const s = (2 * pieces[at]!) / (field.nodes - 1) - 1;
      const t = 1 - (2 * pieces[at + 1]!) / (field.nodes - 1);
      expect(Math.abs(4 * s - t)).toBeLessThan(1e-12);
    }
  });

  it('is of f = 0, and bends at a kink', () => {
    const net = network({ kind: 'leaky-relu', gamma: 0 }, 4);
    const arrows = Float64Array.of(1, 0, 0, 1, -1, -0.2, 0.3, -1);
    const field = fieldOf(net, arrows, 1);
    const pieces = boundaryOf(field);
    const directions = new Set<string>();
    for (let at = 0; at < pieces.length; at += 2) {
      const s = (2 * pieces[at]!) / (field.nodes - 1) - 1;
      const t = 1 - (2 * pieces[at + 1]!) / (field.nodes - 1);
      expect(Math.abs(valueAt(net, arrows, s, t))).toBeLessThan(0.01);
      if (Math.hypot(s, t) > 0.5) directions.add(Math.atan(t / s).toFixed(2));
    }
    expect(directions.size).toBeGreaterThan(1);
  });
});
