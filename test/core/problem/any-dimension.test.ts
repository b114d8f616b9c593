import { finish } from '../finish.ts';
import { describe, expect, it } from 'vitest';
import type { DataSpec, Experiment } from '../../../src/core/experiment.ts';
import { binaryClusters } from '../../../src/core/problem/binary-clusters.ts';
import { gaussianBasis } from '../../../src/core/problem/gaussian-basis.ts';
import { gaussianMixture } from '../../../src/core/problem/gaussian-mixture.ts';
import type { Samples } from '../../../src/core/problem/problem.ts';
import { signalNoise } from '../../../src/core/problem/signal-noise.ts';
import { twoXor } from '../../../src/core/problem/two-xor.ts';
import { runToEnd } from '../../golden/golden.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { deviation, distanceOfMeans, kolmogorovSmirnov, KS_LIMIT, mean, RUNS } from '../two-sample.ts';

const N = 4;
const M = 3;
const D = 40;
/** So many neurons that the basis stays the usual one and every vector is drawn in all d dimensions. */
const MANY = D;

interface Model {
  readonly data: DataSpec;
  readonly activation: Experiment['activation'];
  /** The data for a network of so many neurons. */
  readonly draw: (seed: number, neurons: number) => Samples;
}

const LEAKY = { kind: 'leaky-relu', gamma: 0.1 } as const;
const mixture = { kind: 'gaussian-mixture', n: N, d: D, meanSd: 0.3, noiseSd: 1 } as const;
const clusters = { kind: 'binary-clusters', n: N, d: D, meanExponent: 0.3, labelNoise: 0.2 } as const;
const xor = { kind: 'two-xor', n: N, d: D, meanNorm: 3, noiseSd: 1 } as const;
const patches = { kind: 'signal-noise', n: N, d: D, meanNorm: 2, noiseSd: 1 } as const;

const MODELS: Readonly<Record<string, Model>> = {
  'Gaussian mixture': {
    data: mixture,
    activation: LEAKY,
    draw: (seed, neurons) => finish(gaussianMixture(mixture, seed, 0, neurons)),
  },
  'binary clusters': {
    data: clusters,
    activation: LEAKY,
    draw: (seed, neurons) => finish(binaryClusters(clusters, seed, 0, neurons)),
  },
  'noisy 2-xor': {
    data: xor,
    activation: LEAKY,
    draw: (seed, neurons) => finish(twoXor(xor, seed, 0, neurons)),
  },
  'signal and noise patches': {
    data: patches,
    activation: { kind: 'relu-power', q: 2 },
    draw: (seed, neurons) => finish(signalNoise(patches, seed, 0, neurons)),
  },
};

/** The seeds of one way are not those of the other. */
const OTHER_SEEDS = 100_000;

const experimentOf = ({ data, activation }: Model, seed: number): Experiment => ({
  ...K_FIGURE_1,
  data,
  activation,
  m: M,
  sigma0: 0.05,
  epochs: 20,
  seed,
  testPoints: 0,
  space: 'feature',
});

/** The same experiment on data and W(0) drawn in all d dimensions. */
function explicitOf(model: Model, seed: number): Experiment {
  const { features, y, signalFeature } = model.draw(seed, MANY);
  const plain = gaussianBasis(D, 1, N, MANY);
  expect([plain.dim, features.length % D]).toEqual([D, 0]);
  const experiment = experimentOf(model, seed);
  const w0 = new Float64Array(2 * M * D);
  for (let r = 0; r < 2 * M; r++) plain.weights(seed, r, w0.subarray(r * D, (r + 1) * D));
  const common = { n: N, d: D, y, w0: w0.map((v) => experiment.sigma0 * v) };
  return {
    ...experiment,
    data:
      signalFeature === null
        ? { kind: 'explicit', x: features, ...common }
        : { kind: 'explicit-patches', mu: features.slice(0, D), xi: features.slice(D), ...common },
  };
}

/** What is observed of a run, by name: a few epochs of what the page shows. */
function observe(experiment: Experiment): Record<string, number> {
  const { epochs, facts, snapshots } = runToEnd(experiment);
  const seen: Record<string, number> = { rMin: facts.rMin, rMax: facts.rMax, p: facts.p! };
  for (const t of [0, 1, 5, 20]) {
    const { scalars } = epochs.get(t)!;
    seen[`loss ${t}`] = scalars.loss;
    seen[`SR(W+) ${t}`] = scalars.stableRankPositive;
    seen[`SR(W) ${t}`] = scalars.stableRankAll;
    seen[`norm ${t}`] = scalars.frobenius;
    seen[`gradient ${t}`] = scalars.gradientNorm;
    seen[`agreement ${t}`] = scalars.agreement;
    seen[`active ${t}`] = mean([...snapshots.get(t)!.active]);
    seen[`signal ${t}`] = scalars.signal;
    seen[`noise ${t}`] = scalars.noise;
  }
  return seen;
}

/** Entries of the Gram matrix of the features and two rows of W(0), by name. */
function gramEntries(samples: Samples, seed: number): Record<string, number> {
  const { dim, features, basis } = samples;
  const count = features.length / dim;
  const vectors = Array.from({ length: count }, (_, k) => features.subarray(k * dim, (k + 1) * dim));
  const weights = [0, 1].map((order) => {
    const w = new Float64Array(dim);
    basis!.weights(seed, order, w);
    return w;
  });
  const all: [string, Float64Array][] = [
    ...vectors.map((v, k): [string, Float64Array] => [`u${k}`, v]),
    ...weights.map((w, r): [string, Float64Array] => [`w${r}`, w]),
  ];
  const entries: Record<string, number> = {};
  all.forEach(([a, u], i) => {
    for (const [b, v] of all.slice(0, i + 1)) {
      entries[`⟨${a}, ${b}⟩`] = u.reduce((sum, value, k) => sum + value * v[k]!, 0);
    }
  });
  return entries;
}

function expectOneLaw(a: readonly Record<string, number>[], b: readonly Record<string, number>[]): void {
  for (const name of Object.keys(a[0]!)) {
    const [one, other] = [a.map((seen) => seen[name]!), b.map((seen) => seen[name]!)];
    expect(kolmogorovSmirnov(one, other), name).toBeLessThan(KS_LIMIT);
    expect(distanceOfMeans(one, other), `mean of ${name}`).toBeLessThan(4.5);
    const [spread, otherSpread] = [deviation(one), deviation(other)];
    // A constant (‖μ‖) varies by rounding alone.
    if (Math.max(spread, otherSpread) <= 1e-12 * Math.abs(mean(one))) continue;
    // The sd of a normal's sample sd is 1/√800 of it; products and skewed quantities spread more.
    expect(Math.abs(Math.log(spread / otherSpread)), `spread of ${name}`).toBeLessThan(0.35);
  }
}

describe.each(Object.entries(MODELS))('the adapted basis of the %s', (_, model) => {
  const seeds = Array.from({ length: RUNS }, (_, k) => k);

  it('gives the entries of the Gram matrix the law they have among drawn vectors', () => {
    expect(model.draw(0, 2 * M).dim).toBeLessThan(D);
    expectOneLaw(
      seeds.map((seed) => gramEntries(model.draw(seed, 2 * M), seed)),
      seeds.map((k) => gramEntries(model.draw(OTHER_SEEDS + k, MANY), OTHER_SEEDS + k)),
    );
  });

  it('gives stable ranks, losses, gradients and activity the law they have on drawn vectors', () => {
    expectOneLaw(
      seeds.map((seed) => observe(experimentOf(model, seed))),
      seeds.map((k) => observe(explicitOf(model, OTHER_SEEDS + k))),
    );
  });
});
