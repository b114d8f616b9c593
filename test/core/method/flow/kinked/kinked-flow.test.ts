import { describe, expect, it } from 'vitest';
import { follow, given } from '../follow.ts';

/** max |a_k − b_k|. */
const apart = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);

const SIX = [
  [1.2, -0.4, 0.3],
  [-0.7, 0.9, 0.5],
  [0.2, 1.1, -0.8],
  [0.9, 0.6, 0.7],
];
const LABELS = [1, -1, 1, -1];
const START = [
  [0.3, -0.1, 0.2],
  [-0.2, 0.25, 0.1],
  [0.15, 0.2, -0.3],
  [0.1, -0.3, 0.25],
];

describe('gradient flow of (leaky) ReLU networks', () => {
  it('is log(e^q(0) + κt) for one sample and a linear network, to the tolerance and to t = e^10,000', () => {
    const experiment = given(
      [[2, 1]],
      [1],
      [
        [0.1, 0.2],
        [0.3, -0.1],
      ],
      {
        activation: { kind: 'leaky-relu', gamma: 1 },
        secondLayer: '1/sqrt(2m)',
      },
    );
    const times = [-4, 0, 3, 30, 10_000];
    const start = (0.4 - 0.5) / Math.SQRT2;
    const exact = [
      ...times.slice(0, 4).map((logT) => Math.log(Math.exp(start) + 5 * Math.exp(logT))),
      10_000 + Math.log(5),
    ];
    for (const tolerance of [1e-6, 1e-9, 1e-12]) {
      const { at } = follow(experiment, times, tolerance);
      at.forEach(({ margins }, k) => {
        expect(Math.abs(margins[0]! - exact[k]!)).toBeLessThan(10 * tolerance + 1e-13 * exact[k]!);
      });
    }
  });

  it('comes to a kink when it should, stays on it exactly, and can be recorded at that very time', () => {
    // ż = −e^z of a negative neuron and a positive sample: z = −log(e^−z(0) + t), 0 at t = 1 − e^−z(0).
    const experiment = given([[1]], [1], [[-1], [0.5]]);
    const reached = Math.log(1 - Math.exp(-0.5));
    const { at } = follow(experiment, [-3, reached - 1e-9, reached, reached + 1e-9, 4]);
    expect(at[0]!.z[1]).toBeCloseTo(-Math.log(Math.exp(-0.5) + Math.exp(-3)), 12);
    expect(at[1]!.z[1]).toBeGreaterThan(0);
    expect(Math.abs(at[2]!.z[1]!)).toBeLessThan(1e-12);
    expect(at.slice(3).map(({ z, sliding }) => [z[1], sliding![1]])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('never drifts off a kink along which it slides: W itself stays there', () => {
    const { at, run } = follow(given(SIX, LABELS, START), [0, 2, 8, 64, 512]);
    const { gram, z0 } = run.stepper.ground.products;
    let slid = 0;
    for (const { c, sliding, z } of at) {
      for (let entry = 0; entry < c.length; entry++) {
        const [r, k] = [Math.floor(entry / 4), entry % 4];
        const moved = [0, 1, 2, 3].reduce((sum, j) => sum + c[4 * r + j]! * gram[4 * j + k]!, z0[entry]!);
        expect(Math.abs(moved - z[entry]!)).toBeLessThan(1e-12 * 512);
        if (sliding![entry] === 1) {
          slid++;
          expect(z[entry]).toBe(0);
        }
      }
    }
    expect(slid).toBeGreaterThan(0);
  });

  it('records the same bits whatever else is recorded', () => {
    const few = follow(given(SIX, LABELS, START), [1, 8]);
    const many = follow(given(SIX, LABELS, START), [-5, 0, 0.3, 1, 2, 7.9, 8]);
    expect(few.at[0]).toEqual(many.at[3]);
    expect(few.at[1]).toEqual(many.at[6]);
  });

  it('keeps neurons that begin alike alike to the bit, through events of all at once', () => {
    const twice = [START[0]!, START[0]!, START[1]!, START[1]!, START[2]!, START[2]!, START[3]!, START[3]!];
    const { at, run } = follow(given(SIX, LABELS, twice), [0, 4, 32]);
    expect(run.flow!.state.events).toBeGreaterThan(4);
    for (const { z, sliding } of at) {
      for (let r = 0; r < 8; r += 2) {
        expect(z.slice(4 * r, 4 * r + 4)).toEqual(z.slice(4 * r + 4, 4 * r + 8));
        expect(sliding!.slice(4 * r, 4 * r + 4)).toEqual(sliding!.slice(4 * r + 4, 4 * r + 8));
      }
    }
  });

  it('runs s² times as fast where x is s times as long and W(0) as much shorter', () => {
    const scaled = (rows: readonly (readonly number[])[], s: number): number[][] =>
      rows.map((row) => row.map((value) => s * value));
    const times = [-1, 0, 2, 6];
    const { at } = follow(given(SIX, LABELS, START), times);
    const fast = follow(
      given(scaled(SIX, 4), LABELS, scaled(START, 0.25)),
      times.map((logT) => logT - 2 * Math.log(4)),
    );
    at.forEach(({ margins }, k) => expect(apart(margins, fast.at[k]!.margins)).toBeLessThan(1e-10));
  });

  it('is within its default tolerance of the strictest one, times what a flow amplifies', () => {
    const times = [0, 2, 8, 32];
    const experiment = given(SIX, LABELS, START, { activation: { kind: 'leaky-relu', gamma: 0.2 } });
    const strict = follow(experiment, times, 1e-13);
    const usual = follow(experiment, times, 1e-9);
    strict.at.forEach(({ margins }, k) => expect(apart(margins, usual.at[k]!.margins)).toBeLessThan(1e-7));
  });

  it('stands on kinks from the beginning where W(0) = 0', () => {
    const none = START.map((row) => row.map(() => 0));
    const { at } = follow(given(SIX, LABELS, none), [0, 8]);
    expect(at[1]!.margins.every((q) => Number.isFinite(q))).toBe(true);
  });
});
