import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignalNoiseSpec } from '../../../src/core/experiment.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { signalNoise } from '../../../src/core/problem/signal-noise.ts';
import { runToEnd } from '../../golden/golden.ts';
import { M_FIGURES } from '../experiments.ts';
import { finish } from '../finish.ts';
import { mean } from '../two-sample.ts';

const spec: SignalNoiseSpec = { kind: 'signal-noise', n: 20, d: 400, meanNorm: 1, noiseSd: 0.5 };
/** So many neurons that the vectors are drawn themselves, in all d dimensions. */
const MANY = 10_000;

const row = (x: Float64Array, dim: number, k: number) => x.subarray(k * dim, (k + 1) * dim);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);

describe('the signal–noise data of M Def. 2.1', () => {
  it('has the features μ, ξ_1, …, ξ_n, and the patches y_i μ and ξ_i', () => {
    const { patches, patchFeature, patchSign, signalFeature, y } = finish(signalNoise(spec, 1, 0, 20));
    expect([patches, signalFeature]).toEqual([2, 0]);
    expect([...patchFeature]).toEqual(Array.from({ length: 20 }, (_, i) => [0, 1 + i]).flat());
    expect([...patchSign]).toEqual([...y].flatMap((label) => [label, 1]));
  });

  it('keeps every noise patch orthogonal to the signal, to the bit, however it is drawn', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 2, max: 8 }),
          d: fc.integer({ min: 2, max: 1_000_000_000 }),
          meanNorm: fc.double({ min: 0, max: 100, noNaN: true }),
          noiseSd: fc.double({ min: 0, max: 100, noNaN: true }),
        }),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        (sizes, seed, m) => {
          // Vectors of so many entries are only ever held in the adapted basis.
          const { features, testX, testPatch, dim } = finish(
            signalNoise({ kind: 'signal-noise', ...sizes }, seed, 3, 2 * m),
          );
          expect(dim).toBeLessThanOrEqual(1 + sizes.n + 2 * m);
          const mu = row(features, dim, 0);
          for (let i = 1; i <= sizes.n; i++) expect(Math.abs(dot(mu, row(features, dim, i)))).toBe(0);
          for (const i of [0, 1, 2]) {
            expect(Math.abs(dot(mu, row(testX, dim, testPatch[2 * i + 1]!)))).toBe(0);
          }
        },
      ),
    );
  });

  it('has ‖μ‖ as asked for, and noise of σ_p²(d − 1) squared length in either way of drawing', () => {
    for (const neurons of [20, MANY]) {
      const many = { ...spec, n: 200, d: 300 };
      const { features, dim } = finish(signalNoise(many, 5, 0, neurons));
      expect(dot(row(features, dim, 0), row(features, dim, 0))).toBe(1);
      const lengths = Array.from({ length: 200 }, (_, i) =>
        dot(row(features, dim, 1 + i), row(features, dim, 1 + i)),
      );
      // ¼ χ²_299: mean 74.75, sd 6.1; the mean of 200 has sd 0.43.
      expect(Math.abs(mean(lengths) - 74.75)).toBeLessThan(4 * 0.43);
    }
  });

  it('only scales the same draw when σ_p or ‖μ‖ moves, and keeps the other points when one is added', () => {
    const one = finish(signalNoise({ ...spec, noiseSd: 1 }, 3, 5, MANY));
    const two = finish(signalNoise({ ...spec, noiseSd: 2, meanNorm: 3 }, 3, 5, MANY));
    const expected = [...one.features].map((v, k) => (k < 400 ? 3 : 2) * v);
    expect([...two.features]).toEqual(expected);
    const more = finish(signalNoise({ ...spec, noiseSd: 1, n: 21 }, 3, 5, MANY));
    expect([...more.features.subarray(0, 21 * 400)]).toEqual([...one.features]);
    expect([...more.testX]).toEqual([...one.testX]);
  });

  it('draws test points in the same way: y μ and fresh noise, labels in either class', () => {
    const { testX, testPatch, testY, dim } = finish(signalNoise(spec, 4, 500, 20));
    const signals = [...testY].map((_, i) => testX[testPatch[2 * i]! * dim]!);
    expect(signals).toEqual([...testY]);
    expect(new Set([...testPatch].filter((_, at) => at % 2 === 1)).size).toBe(500);
    // Binomial with sd 0.022.
    expect(Math.abs(mean([...testY]))).toBeLessThan(0.2);
  });

  it('refuses a dimension without room for noise beside the signal', () => {
    expect(() => finish(signalNoise({ ...spec, d: 1 }, 0, 0, 2))).toThrow('dimension d = 1 is below 2');
  });
});

describe('what is observed of it', () => {
  it('is signal learning and noise memorisation: the largest |⟨w, μ⟩| and ⟨w, ξ_i⟩, and of each neuron', () => {
    const { epochs, snapshots, facts } = runToEnd({ ...M_FIGURES, epochs: 30 });
    expect([facts.signalNorm, facts.signalToNoise]).toEqual([1, 1 / (0.5 * 20)]);
    for (const t of [0, 30]) {
      const { scalars } = epochs.get(t)!;
      const { signal, noise } = snapshots.get(t)!.neurons!;
      expect(scalars.signal).toBe(Math.max(...signal.map(Math.abs)));
      expect(scalars.noise).toBe(Math.max(...noise));
    }
  });

  it('splits ⟨w, μ⟩ into where it began and jγ, as M (A.1) does', () => {
    const { snapshots } = runToEnd({ ...M_FIGURES, epochs: 30 });
    const [start, end] = [snapshots.get(0)!.neurons!, snapshots.get(30)!.neurons!];
    end.signal.forEach((signal, r) => {
      const j = r < M_FIGURES.m ? 1 : -1;
      expect(signal).toBeCloseTo(start.signal[r]! + j * end.gamma[r]!, 14);
    });
    expect([...start.gamma].map(Math.abs)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  it('is the same in weight space, where W itself moves', () => {
    const feature = runToEnd({ ...M_FIGURES, epochs: 30, testPoints: 50, space: 'feature' });
    const weight = runToEnd({ ...M_FIGURES, epochs: 30, testPoints: 50, space: 'weight' });
    const [a, b] = [feature.epochs.get(30)!.scalars, weight.epochs.get(30)!.scalars];
    for (const name of ['loss', 'signal', 'noise', 'gradientNorm', 'frobenius'] as const) {
      // Rounding of 30 epochs.
      expect(Math.abs(a[name] / b[name] - 1), name).toBeLessThan(1e-10);
    }
    expect(a.testError).toBe(b.testError);
  });

  it('counts the test points that the network, written out patch by patch, puts in the wrong class', () => {
    const experiment = { ...M_FIGURES, testPoints: 60, epochs: 1 };
    const { draw, initialScale } = finish(createProblem(experiment, new Map(), new DrawMemo()));
    const { testX, testPatch, testY, dim } = draw.samples;
    const relu2 = (z: number) => (z > 0 ? z * z : 0);
    const f = (i: number) => {
      let sum = 0;
      for (let r = 0; r < 20; r++) {
        const w = row(draw.initialRows, dim, r).map((v) => initialScale * v);
        for (const p of [0, 1]) {
          sum += (r < 10 ? 1 : -1) * relu2(dot(w, row(testX, dim, testPatch[2 * i + p]!)));
        }
      }
      return sum;
    };
    const wrong = [...testY].filter((y, i) => y * f(i) <= 0).length;
    expect(runToEnd(experiment).epochs.get(0)!.scalars.testError).toBe(wrong / 60);
  });
});
