import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/core/experiment.ts';
import type { LiveRun } from '../../../../src/core/observe/live-run.ts';
import { showRows } from '../../../../src/core/observe/live-run.ts';
import { Fingerprint } from '../../../../src/core/fingerprint.ts';
import { directionOf, limitDirections, pairOf } from '../../../../src/core/probe/slice/directions.ts';
import { inner, orthonormalPair } from '../../../../src/core/probe/slice/frame.ts';
import { Slicing } from '../../../../src/core/probe/slice/slicing.ts';
import { singularValues } from '../../../../src/core/probe/effective-rank.ts';
import { weightsOf } from '../../../../src/core/probe/weights.ts';
import { train } from '../../../../src/core/run.ts';
import { K_FIGURE_1, M_FIGURES } from '../../experiments.ts';

const SMALL: Experiment = {
  ...K_FIGURE_1,
  data: { kind: 'gaussian-mixture', n: 6, d: 30, meanSd: 0.2, noiseSd: 1 },
  m: 8,
  epochs: 80,
  sigma0: 1e-2,
  testPoints: 0,
};

/** W at the last epoch, 2m×dim, beside what the slice has. */
function sliced(experiment: Experiment, pair: string, singular: Slicing['singular'] = null) {
  const slicing = new Slicing(pair, singular);
  let live: LiveRun | null = null;
  let w = new Float64Array();
  const work = train(
    experiment,
    {
      ...slicing.recorder,
      begin: (run) => {
        live = run;
        slicing.recorder.begin!(run);
      },
      epoch: (t, scalars, margins) => {
        slicing.recorder.epoch(t, scalars, margins);
        if (t < experiment.epochs) return;
        showRows(live!);
        w = new Float64Array(live!.stepper.problem.neurons * live!.stepper.problem.samples.dim);
        weightsOf(live!, w);
      },
    },
    new Map(),
  );
  while (work.next().done !== true);
  return { slicing, live: live!, w, part: slicing.take() };
}

const leak = (gamma: number) => (z: number) => (z >= 0 ? z : gamma * z);

describe('a slice of input space', () => {
  it.each(['x1.x2', 'mu.x3', 'v.u', 's1.s2', ''])(
    'has the network’s own f at every point of it, spanned by "%s"',
    (pair) => {
      const needs = pair.startsWith('s') ? sliced(SMALL, pair).slicing.singular : null;
      const { slicing, live, w, part } = sliced(SMALL, pair, needs);
      const { scale, names, neurons } = slicing.frame!;
      const { dim } = live.stepper.problem.samples;
      const sources = { live, limit: limitDirections(live), singular: needs };
      const [a, b] = names.map((name) => directionOf(name, sources));
      const { e1, e2 } = orthonormalPair(a!, b!, names);
      expect(inner(e1, e2)).toBeCloseTo(0, 14);
      const last = part.arrows.slice(-2 * neurons);
      const phi = leak(0.1);
      for (const [s, t] of [
        [1, 0],
        [-2, 0.5],
        [0.3, -3],
      ] as const) {
        const x = e1.map((value, c) => s * value + t * e2[c]!);
        let [direct, ours] = [0, 0];
        for (let r = 0; r < neurons; r++) {
          const sign = r < neurons / 2 ? scale : -scale;
          direct += sign * phi(inner(w.subarray(r * dim, (r + 1) * dim), x));
          ours += sign * phi(s * last[2 * r]! + t * last[2 * r + 1]!);
        }
        expect(Math.abs(ours - direct)).toBeLessThan(1e-13);
        expect(Math.abs(direct)).toBeGreaterThan(1e-4);
      }
    },
  );

  it.each(['', 'mu.x4'])('of a network that sees two patches has its own f, spanned by "%s"', (pair) => {
    const { slicing, live, w, part } = sliced({ ...M_FIGURES, testPoints: 0, epochs: 200 }, pair);
    const { scale, names, neurons, samples, patches } = slicing.frame!;
    expect([patches, ...names]).toEqual([2, 'mu', pair === '' ? 'x1' : 'x4']);
    const { dim, features, y } = live.stepper.problem.samples;
    const i = pair === '' ? 0 : 3;
    const [mu, xi] = [0, 1 + i].map((k) => features.slice(k * dim, (k + 1) * dim));
    const last = part.arrows.slice(-2 * neurons);
    const square = (z: number): number => Math.max(0, z) ** 2;
    // The sample itself is on the plane: its patches are y_i μ and ξ_i.
    const [s, t] = [samples[2 * i]!, samples[2 * i + 1]!];
    expect([s, t]).toEqual([y[i], 1]);
    let [direct, ours] = [0, 0];
    for (let r = 0; r < neurons; r++) {
      const a = r < neurons / 2 ? scale : -scale;
      const row = w.subarray(r * dim, (r + 1) * dim);
      direct += a * (square(y[i]! * inner(row, mu!)) + square(inner(row, xi!)));
      ours += a * (square(s * last[2 * r]!) + square(t * last[2 * r + 1]!));
    }
    expect(Math.abs(direct)).toBeGreaterThan(1e-3);
    expect(Math.abs(ours / direct - 1)).toBeLessThan(1e-12);
  });

  it('is of the same places as other probes: all of the first 64 epochs, and the last', () => {
    const { epochs } = sliced(SMALL, 'x1.x2').part;
    expect([...epochs.slice(0, 64)]).toEqual(Array.from({ length: 64 }, (_, t) => t));
    expect(epochs.at(-1)).toBe(80);
  });

  it('is the same in weight space and of neurons that move by groups', () => {
    const of = (space: Experiment['space']) => sliced({ ...SMALL, space }, 'v.u').part.arrows;
    const feature = of('feature');
    for (const other of [of('weight'), of('grouped')]) {
      const far = other.reduce((most, value, at) => Math.max(most, Math.abs(value - feature[at]!)), 0);
      expect(far).toBeLessThan(1e-12);
    }
  });

  it('follows gradient flow to times without a number', () => {
    const method = { kind: 'flow', logTime: 1_000, tolerance: 1e-8 } as const;
    const { slicing, live, w, part } = sliced({ ...SMALL, method, epochs: 20 }, 'x1.x2');
    const { dim, features } = live.stepper.problem.samples;
    const first = features.slice(0, dim);
    const e1 = first.map((value) => value / Math.sqrt(inner(first, first)));
    const last = part.arrows.slice(-2 * slicing.frame!.neurons);
    for (let r = 0; r < slicing.frame!.neurons; r++) {
      const direct = inner(w.subarray(r * dim, (r + 1) * dim), e1);
      expect(Math.abs(last[2 * r]! / direct - 1)).toBeLessThan(1e-11);
    }
  });

  it('leaves the recording as it is, to the bit', () => {
    const fingerprint = (extra: Slicing | null): string => {
      const hash = new Fingerprint();
      const work = train(
        SMALL,
        {
          ...(extra?.recorder ?? {}),
          epoch: (t, scalars, margins) => {
            [Float64Array.of(t), scalars, margins].forEach((values) => hash.update(values));
            extra?.recorder.epoch(t, scalars, margins);
          },
          snapshot: () => undefined,
        },
        new Map(),
      );
      while (work.next().done !== true);
      return hash.digest();
    };
    expect(fingerprint(new Slicing('v.u'))).toBe(fingerprint(null));
  });

  it('of singular directions is that of W at the end: a first pass finds them', () => {
    const { slicing, w, live } = sliced(SMALL, 's1.s2');
    expect(slicing.frame).toBeNull();
    const { neurons, samples } = live.stepper.problem;
    const values = singularValues(w, 0, neurons, samples.dim);
    slicing.singular!.forEach((direction, k) => {
      const image = Float64Array.from({ length: neurons }, (_, r) =>
        inner(w.subarray(r * samples.dim, (r + 1) * samples.dim), direction),
      );
      // A Rayleigh quotient: twice as many digits as the directions have.
      expect(Math.sqrt(inner(image, image)) / values[k]!).toBeCloseTo(1, 9);
    });
  });
});

describe('directions of a slice', () => {
  const live = sliced(SMALL, 'x1.x2').live;
  const sources = { live, limit: limitDirections(live), singular: null };

  it('name what these data do not have, and what to do', () => {
    expect(() => directionOf('x7', sources)).toThrow('sample 7 is above n = 6; choose another');
    expect(() => directionOf('mu2', sources)).toThrow('no second mean μ₂');
    expect(() => directionOf('c1', sources)).toThrow('d = 2, not 30');
    const x = directionOf('x1', sources);
    expect(() =>
      orthonormalPair(
        x,
        x.map((value) => -2 * value),
        ['x1', 'x1'],
      ),
    ).toThrow('parallel');
  });

  it('say how far apart they are', () => {
    const [a, b] = [Float64Array.of(2, 0), Float64Array.of(-1, 1)];
    expect(orthonormalPair(a, b, ['c1', 'c2']).degrees).toBeCloseTo(135, 12);
    const near = orthonormalPair(a, Float64Array.of(1, 1e-3), ['c1', 'c2']);
    expect(near.degrees).toBeCloseTo(0.057296, 6);
  });

  it('of XOR data in the plane have no v: each class needs both signs', () => {
    const xor: Experiment = {
      ...SMALL,
      data: { kind: 'two-xor', n: 40, d: 2, meanNorm: 3, noiseSd: 0.3 },
      epochs: 1,
    };
    const made = sliced(xor, '');
    expect(made.slicing.frame!.names).toEqual(['c1', 'c2']);
    expect(made.slicing.frame!.limit).toBeNull();
    expect(() => sliced(xor, 'v.u')).toThrow('there is no v: no weights classify these data');
  });

  it('of two patches are μ and the noise of a sample, and no others', () => {
    for (const pair of ['x1.x2', 'v.u', 'x1.mu'])
      expect(() => sliced({ ...M_FIGURES, epochs: 1 }, pair)).toThrow('choose μ and a sample');
  });

  it('are read of a link as two names', () => {
    expect(pairOf('mu.x12')).toEqual(['mu', 'x12']);
  });
});
