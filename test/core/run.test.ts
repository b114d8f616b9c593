import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { runToEnd } from '../golden/golden.ts';
import { K_FIGURE_1, M_FIGURES } from './experiments.ts';

describe('a run', () => {
  it('gives the same bits every time', () => {
    const one = runToEnd(K_FIGURE_1);
    const two = runToEnd(K_FIGURE_1);
    expect([...one.epochs]).toEqual([...two.epochs]);
    expect([...one.snapshots]).toEqual([...two.snapshots]);
  });

  it('shows what was measured independently at K’s Figure 1: the stable rank falls from 55 towards 1', () => {
    const seeds = [1, 2, 3, 4, 5].map((seed) => runToEnd({ ...K_FIGURE_1, seed }));
    const at = (t: number) =>
      seeds.reduce((sum, run) => {
        const { stableRankPositive, stableRankNegative } = run.epochs.get(t)!.scalars;
        return sum + (stableRankPositive + stableRankNegative) / 10;
      }, 0);
    // EXPERIMENTS B, Fig 1, γ = 0.1, 5 runs: 55.4, 1.558, 1.149, …, 1.010 (t = 10), 1.005 (t = 50); other seeds differ.
    expect(at(0)).toBeGreaterThan(53.5);
    expect(at(0)).toBeLessThan(57.5);
    expect(at(1)).toBeGreaterThan(1.35);
    expect(at(1)).toBeLessThan(1.8);
    expect(at(10)).toBeLessThan(1.06);
    expect(at(50)).toBeLessThan(1.03);
    expect(seeds.every((run) => run.epochs.get(50)!.scalars.loss < 0.32)).toBe(true);
  });

  it('moves in feature and in weight space by the same numbers up to rounding', () => {
    for (const method of [
      { kind: 'gradient-descent', eta: 0.1 },
      { kind: 'sgd', eta: 0.1, batchSize: 3 },
    ] as const) {
      const feature = runToEnd({ ...K_FIGURE_1, method, space: 'feature' });
      const weight = runToEnd({ ...K_FIGURE_1, method, space: 'weight' });
      for (const [t, { scalars, margins }] of feature.epochs) {
        const other = weight.epochs.get(t)!;
        for (const name of SCALARS) {
          // Rounding only; 1e-9 relative is the tolerance of the reference trajectories.
          expect(Math.abs(scalars[name] - other.scalars[name]), `${name} at ${t}`).toBeLessThanOrEqual(
            1e-9 * Math.abs(scalars[name]) + 1e-12,
          );
        }
        margins.forEach((q, i) => expect(q).toBeCloseTo(other.margins[i]!, 9));
      }
    }
  });

  it('chooses weight space for many points in few dimensions, and feature space otherwise', () => {
    const data = { kind: 'gaussian-mixture', n: 30, d: 4, meanSd: 0.01, noiseSd: 1 } as const;
    expect(runToEnd({ ...K_FIGURE_1, data, epochs: 1 }).facts.space).toBe('weight');
    expect(runToEnd({ ...K_FIGURE_1, epochs: 1 }).facts.space).toBe('feature');
  });

  it('records only some of many epochs, at the same numbers as if it stopped at each of them', () => {
    const many = {
      ...K_FIGURE_1,
      m: 10,
      activation: { kind: 'leaky-relu', gamma: 0.5 },
      epochs: 300,
      testPoints: 0,
    };
    const every = runToEnd({ ...many, space: 'grouped' } as Experiment);
    const few = runToEnd({ ...many, space: 'grouped', record: [300], epochs: 300 } as Experiment);
    expect(few.epochs.get(300)!.scalars.loss).toBe(every.epochs.get(300)!.scalars.loss);
    const ordinary = runToEnd({ ...many, space: 'feature' } as Experiment);
    for (const [t, { scalars }] of ordinary.epochs) {
      for (const name of SCALARS) {
        // As above.
        expect(
          Math.abs(scalars[name] - every.epochs.get(t)!.scalars[name]),
          `${name} at ${t}`,
        ).toBeLessThanOrEqual(1e-9 * Math.abs(scalars[name]) + 1e-12);
      }
    }
  });

  it('keeps the draws of data and weights when σ₀ moves: ρ after one step hardly changes', () => {
    const one = runToEnd({ ...K_FIGURE_1, sigma0: 1e-9, epochs: 1 });
    const two = runToEnd({ ...K_FIGURE_1, sigma0: 1e-8, epochs: 1 });
    const rho = (run: typeof one) => [...run.snapshots.get(1)!.rho];
    // Same signs at t = 0, loss slopes −½ up to 1e-6: the first step is the same up to that.
    rho(one).forEach((value, k) => expect(value).toBeCloseTo(rho(two)[k]!, 6));
  });

  it('reports every epoch once, in order, with its facts first', () => {
    const { facts, epochs, outcome } = runToEnd({ ...K_FIGURE_1, epochs: 7 });
    expect([...epochs.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(facts).toMatchObject({ n: 10, d: 784, neurons: 200, testPoints: 20, recordedEpochs: 8 });
    expect(facts.rMin).toBeGreaterThan(24);
    expect(facts.rMax).toBeLessThan(33);
    expect(facts.p).toBeGreaterThan(0);
    expect(outcome).toEqual({ kind: 'finished' });
    expect(epochs.get(0)!.scalars.flips).toBe(0);
  });

  it('tells the lengths of the features, and the largest inner product of two by its size', () => {
    const data = {
      kind: 'explicit',
      n: 4,
      d: 3,
      // Lengths 5, 13, 1 and 1; inner products 20 of the first two, −12, 3 and 0 of the others.
      x: Float64Array.of(3, 4, 0, 0, 5, -12, 0, 0, 1, 1, 0, 0),
      y: Float64Array.of(1, -1, 1, -1),
    } as const;
    const factsOf = (change: Partial<Experiment>) =>
      runToEnd({ ...K_FIGURE_1, data, m: 1, testPoints: 0, epochs: 1, ...change }).facts;
    expect(factsOf({ space: 'feature' })).toMatchObject({
      n: 4,
      d: 3,
      neurons: 2,
      labels: data.y,
      space: 'feature',
      rMin: 1,
      rMax: 13,
      p: 20,
      signalNorm: null,
      signalToNoise: null,
    });
    // No Gram matrix, and so no p, in weight space without a penalty.
    expect(factsOf({ space: 'weight' })).toMatchObject({ rMin: 1, rMax: 13, p: null });
    // The largest of all is in the last row, and negative.
    const negative = { ...data, x: Float64Array.of(3, 4, 0, 0, 5, -12, 0, 0, 1, 0, -7, 0) };
    expect(factsOf({ data: negative, space: 'feature' }).p).toBe(35);
  });

  it('finds the largest inner product whichever two features it is of, and never a square', () => {
    for (let i = 0; i < 4; i++) {
      for (let k = 0; k < i; k++) {
        // e_0, …, e_3, but for −½ of e_k in x_i.
        const x = Float64Array.from({ length: 16 }, (_, at) =>
          at % 5 === 0 ? 1 : at === 4 * i + k ? -0.5 : 0,
        );
        const data = { kind: 'explicit', n: 4, d: 4, x, y: Float64Array.of(1, -1, 1, -1) } as const;
        const { facts } = runToEnd({ ...K_FIGURE_1, data, m: 1, testPoints: 0, epochs: 1, space: 'feature' });
        expect(facts.p).toBe(0.5);
        expect(facts.labels).not.toBe(data.y);
      }
    }
  });

  it('tells the length of the signal, and its ratio to the noise in d dimensions', () => {
    const data = { kind: 'signal-noise', n: 4, d: 400, meanNorm: 3, noiseSd: 0.5 } as const;
    const { facts } = runToEnd({ ...M_FIGURES, data, m: 2, epochs: 1 });
    expect(facts.signalNorm).toBeCloseTo(3, 12);
    expect(facts.signalToNoise).toBeCloseTo(3 / (0.5 * 20), 12);
  });

  it('has diverged, too, while its numbers are finite but their squares are not', () => {
    // PEGR with φ = ReLU^2.5 and a λ far too large: ‖W‖_F passes 1e100 on its way.
    const { outcome } = runToEnd({
      ...M_FIGURES,
      data: { kind: 'signal-noise', n: 20, d: 400, meanNorm: 1, noiseSd: 1.5 },
      activation: { kind: 'relu-power', q: 2.5 },
      regularizer: { kind: 'pegr', lambda: 0.0125 },
      epochs: 300,
    });
    expect(outcome).toMatchObject({ kind: 'diverged', quantity: 'stableRankPositive' });
    expect(outcome.kind === 'diverged' && outcome.suggestedEta).toBeGreaterThan(0);
  });

  it('stops when it diverges and names the quantity, its epoch and an η that was tried', () => {
    // Ten points on two basis vectors: opposite labels on one vector make L a cosh, which a large step climbs.
    const steep: Experiment = {
      ...K_FIGURE_1,
      data: { kind: 'orthogonal-basis', n: 10, d: 2, replacement: true },
      loss: 'exponential',
      method: { kind: 'gradient-descent', eta: 1e4 },
    };
    const { outcome, epochs } = runToEnd(steep);
    expect(outcome.kind).toBe('diverged');
    if (outcome.kind !== 'diverged') return;
    expect(outcome.eta).toBe(1e4);
    expect(outcome.epoch).toBeGreaterThan(0);
    expect(epochs.has(outcome.epoch)).toBe(false);
    expect(outcome.suggestedEta).not.toBeNull();
    const retried = runToEnd({
      ...steep,
      method: { kind: 'gradient-descent', eta: outcome.suggestedEta! },
    });
    expect(retried.outcome.kind).toBe('finished');
  });

  it('suggests no η below the least there is, even where it began close to it', () => {
    const steep: Experiment = {
      ...M_FIGURES,
      regularizer: { kind: 'pegr', lambda: 1e9 },
      sigma0: 1,
      epochs: 50,
    };
    for (const eta of [0.02, 3e-6, 1e-6]) {
      const { outcome } = runToEnd({ ...steep, method: { kind: 'gradient-descent', eta } });
      expect(outcome).toMatchObject({ kind: 'diverged', suggestedEta: null });
    }
  });

  it.each([
    [
      { data: { kind: 'explicit', n: 2, d: 2, x: new Float64Array(3), y: Float64Array.of(1, -1) } },
      'X has 3 entries where 4 belong',
    ],
    [
      { data: { kind: 'explicit', n: 2, d: 1, x: new Float64Array(2), y: Float64Array.of(1, 2) } },
      'label y_2 = 2 is not one of',
    ],
    [{ method: { kind: 'sgd', eta: 1, batchSize: 0 } }, 'batch size B = 0'],
    [
      { data: { kind: 'dataset', id: 'feed', n: 2, positive: [1], negative: [2], normalisation: 'none' } },
      'fingerprint feed is not open',
    ],
  ] satisfies [Partial<Experiment>, string][])(
    'refuses %o with a message that names it',
    (change, message) => {
      expect(() => runToEnd({ ...K_FIGURE_1, ...change })).toThrow(message);
    },
  );
});
