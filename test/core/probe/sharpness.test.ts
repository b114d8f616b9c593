import { describe, expect, it } from 'vitest';
import type { ActivationSpec, LossName } from '../../../src/core/experiment.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';
import { createActivation } from '../../../src/core/model/activation.ts';
import { lossByName } from '../../../src/core/model/loss.ts';
import { secondLayerWeights } from '../../../src/core/model/second-layer.ts';
import type { Samples } from '../../../src/core/problem/problem.ts';
import { fillNormals } from '../../../src/core/random/stream.ts';
import { createSharpness } from '../../../src/core/probe/sharpness.ts';

const M = 2;

interface Case {
  readonly activation: ActivationSpec;
  readonly loss: LossName;
  readonly samples: Samples;
  readonly w: Float64Array;
}

const normals = (seed: number, length: number, scale = 1): Float64Array => {
  const out = new Float64Array(length);
  fillNormals(seed, 'start', 1, out, 0, length);
  return out.map((value) => scale * value);
};

/** n samples of `patches` patches, some of them shared, with both signs. */
function samplesOf(n: number, patches: number, dim: number, d = dim): Samples {
  const K = patches === 1 ? n : n + 1;
  const patchFeature = Int32Array.from({ length: n * patches }, (_, at) =>
    patches === 1 ? at : at % 2 === 0 ? 0 : 1 + (at >> 1),
  );
  const y = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? -1 : 1));
  return {
    ...{ d, dim, basis: null, features: normals(7, K * dim, 0.8), patches, patchFeature, y },
    patchSign: Float64Array.from(patchFeature, (_, at) => (patches === 2 && at % 2 === 0 ? y[at >> 1]! : 1)),
    ...{ signalFeature: null, testX: new Float64Array(0) },
    ...{ testPatch: new Int32Array(0), testY: new Float64Array(0) },
  };
}

const dotOf = (a: Float64Array, from: number, b: Float64Array, at: number, count: number): number =>
  Array.from({ length: count }, (_, c) => a[from + c]! * b[at + c]!).reduce((x, y) => x + y, 0);

/** q_i and ∇_W L from their definitions: y_i f(x_i), and the mean of ℓ′ y a_r Σ_p φ′(⟨w_r, x⟩) x. */
function gradientOf({ activation, loss, samples }: Case, w: Float64Array) {
  const { dim, features, patches: P, patchFeature, patchSign, y } = samples;
  const n = y.length;
  const a = secondLayerWeights('1/m', M);
  const phi = createActivation(activation, PLAIN);
  const at = (z: number): readonly [number, number] => {
    const [value, slope] = [new Float64Array(1), new Float64Array(1)];
    phi.evaluate(Float64Array.of(z), 0, 1, value, slope);
    return [value[0]!, slope[0]!];
  };
  const pre = (r: number, p: number): number =>
    patchSign[p]! * dotOf(w, r * dim, features, patchFeature[p]! * dim, dim);
  const margins = y.map((label, i) => {
    let f = 0;
    for (let r = 0; r < 2 * M; r++) for (let p = i * P; p < (i + 1) * P; p++) f += a[r]! * at(pre(r, p))[0];
    return label * f;
  });
  const slopes = new Float64Array(n);
  lossByName(loss).slopes(PLAIN, margins, n, slopes);
  const gradient = new Float64Array(w.length);
  for (let r = 0; r < 2 * M; r++) {
    for (let p = 0; p < n * P; p++) {
      const i = Math.floor(p / P);
      const factor = ((slopes[i]! * y[i]!) / n) * a[r]! * at(pre(r, p))[1] * patchSign[p]!;
      for (let c = 0; c < dim; c++) gradient[r * dim + c]! += factor * features[patchFeature[p]! * dim + c]!;
    }
  }
  return { margins, gradient };
}

/** The largest eigenvalue of the Hessian made of central differences of the gradient. */
function byDifferences(one: Case): number {
  const { w } = one;
  const size = w.length;
  const hessian = new Float64Array(size * size);
  const h = 1e-5;
  for (let k = 0; k < size; k++) {
    const [up, down] = [w.slice(), w.slice()];
    up[k]! += h;
    down[k]! -= h;
    const [above, below] = [gradientOf(one, up).gradient, gradientOf(one, down).gradient];
    for (let j = 0; j < size; j++) hessian[j * size + k] = (above[j]! - below[j]!) / (2 * h);
  }
  const even = hessian.map((_, at) => {
    const [j, k] = [Math.floor(at / size), at % size];
    return (hessian[j * size + k]! + hessian[k * size + j]!) / 2;
  });
  return symmetricEigenvalues(even, size)[0]!;
}

function measured({ activation, loss, samples, w }: Case): number {
  const { dim, features } = samples;
  const K = features.length / dim;
  const z = Float64Array.from({ length: 2 * M * K }, (_, at) =>
    dotOf(w, Math.floor(at / K) * dim, features, (at % K) * dim, dim),
  );
  const { margins } = gradientOf({ activation, loss, samples, w }, w);
  return createSharpness({ activation, loss, secondLayer: '1/m', m: M }, samples)!.measure(z, margins);
}

const ACTIVATIONS: readonly ActivationSpec[] = [
  { kind: 'leaky-relu', gamma: 0 },
  { kind: 'leaky-relu', gamma: 0.1 },
  { kind: 'smooth-leaky-relu', gamma: 0.1 },
  { kind: 'relu-power', q: 2 },
  { kind: 'relu-power', q: 3 },
  { kind: 'relu-power', q: 2.5 },
];
const SHAPES = [
  { name: 'fewer points than dimensions', samples: samplesOf(3, 1, 6) },
  { name: 'more points than dimensions', samples: samplesOf(9, 1, 3) },
  { name: 'two patches, one of them shared', samples: samplesOf(4, 2, 4) },
];

describe('sharpness', () => {
  for (const activation of ACTIVATIONS) {
    const name = Object.values(activation).join(' ');
    for (const loss of ['logistic', 'exponential'] as const) {
      it(`is the largest eigenvalue of the Hessian by differences: ${name}, ${loss}`, () => {
        for (const [k, { name: shape, samples }] of SHAPES.entries()) {
          for (const seed of [1, 2, 3]) {
            const one = { activation, loss, samples, w: normals(10 * k + seed, 2 * M * samples.dim) };
            const expected = byDifferences(one);
            // Central differences with h = 1e-5 are right to h² of third derivatives, and to 1e-16 / h.
            expect(Math.abs(measured(one) - expected), `${shape}, ${seed}`).toBeLessThan(
              1e-7 * (1 + expected),
            );
            expect(expected).toBeGreaterThan(0);
          }
        }
      });
    }
  }

  it('is 0 where the loss is below the smallest double, and the same in other units of it', () => {
    const samples = samplesOf(3, 1, 6);
    const sharp = (loss: LossName, margin: number, gamma: number) =>
      createSharpness(
        { activation: { kind: 'leaky-relu', gamma }, loss, secondLayer: '1', m: M },
        samples,
      )!.measure(normals(3, 2 * M * 3), new Float64Array(3).fill(margin));
    expect(sharp('exponential', 800, 0.1)).toBe(0);
    // ℓ″ = e^−q: 200 more of each margin is a factor e^−200 of all.
    const ratio = sharp('exponential', 600, 0.1) / sharp('exponential', 400, 0.1);
    expect(ratio / Math.exp(-200)).toBeCloseTo(1, 10);
  });

  it('is not measured where its matrices would be too large', () => {
    const task = {
      activation: { kind: 'leaky-relu', gamma: 0 },
      loss: 'logistic',
      secondLayer: '1/m',
    } as const;
    expect(createSharpness({ ...task, m: 1 }, samplesOf(2_049, 1, 1))).toBeNull();
    const curved = { ...task, activation: { kind: 'relu-power', q: 2 } as const };
    expect(createSharpness({ ...curved, m: 65_537 }, samplesOf(2, 1, 2))).toBeNull();
  });
});
