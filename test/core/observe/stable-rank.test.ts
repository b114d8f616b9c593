import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { addProduct } from '../../../src/core/linalg/add-product.ts';
import { Stepper } from '../../../src/core/method/stepper.ts';
import { columnGramView } from '../../../src/core/observe/column-gram-view.ts';
import { initialGramView } from '../../../src/core/observe/initial-gram-view.ts';
import { rowsView } from '../../../src/core/observe/rows-view.ts';
import { Spectrum, StableRank } from '../../../src/core/observe/stable-rank.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

function stepperOf(change: Partial<Experiment>): Stepper {
  const experiment: Experiment = {
    ...K_FIGURE_1,
    data: { kind: 'gaussian-mixture', n: 6, d: 40, meanSd: 0.1, noiseSd: 1 },
    sigma0: 1e-2,
    method: { kind: 'gradient-descent', eta: 0.5 },
    epochs: 1,
    testPoints: 0,
    space: 'feature',
    ...change,
  };
  const problem = finish(createProblem(experiment, new Map(), new DrawMemo()));
  return finish(Stepper.create(problem, experiment, PLAIN));
}

function advance(stepper: Stepper, epochs: number): void {
  for (let t = 0; t < epochs; t++) {
    finish(stepper.evaluate());
    finish(stepper.advance(t));
  }
  finish(stepper.evaluate());
}

/** W = σ₀N + C U, 2m×dim. */
function weightsOf({ problem, ground }: Stepper): Float64Array {
  const { samples, draw, initialScale, neurons, featureCount } = problem;
  const w = draw.initialRows.map((value) => initialScale * value);
  addProduct(1, ground.space.c, samples.features, w, 0, neurons, featureCount, samples.dim);
  return w;
}

/** All squared singular values of rows from..to of W, by a full decomposition of W Wᵀ. */
function squaredSingularValues(w: Float64Array, dim: number, from: number, to: number): Float64Array {
  const count = to - from;
  const gram = new Float64Array(count * count);
  for (let r = 0; r < count; r++) {
    for (let s = 0; s < count; s++) {
      for (let c = 0; c < dim; c++)
        gram[r * count + s]! += w[(from + r) * dim + c]! * w[(from + s) * dim + c]!;
    }
  }
  return symmetricEigenvalues(gram, count);
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe.each([
  ['at initialisation', 0],
  ['after one step', 1],
  ['late, near rank one', 300],
])('the stable rank %s', (_, epochs) => {
  it.each([
    ['a full decomposition, many dimensions', { m: 15 }],
    ['a full decomposition, more neurons than dimensions', { m: 60 }],
    ['a full decomposition, one neuron a class', { m: 1 }],
  ])('equals that of %s, from either view of W, with its norms and spectrum', (_name, change) => {
    const stepper = stepperOf(change);
    const { problem, ground } = stepper;
    const { neurons } = problem;
    const dim = problem.samples.dim;
    advance(stepper, epochs);

    const w = weightsOf(stepper);
    // The gram view needs W(0)W(0)ᵀ, which is not always the one chosen: take it apart from the space's choice.
    const products = ground.products;
    const views = [rowsView(ground, problem)];
    const columns = columnGramView(ground, problem);
    if (columns !== null) views.push(columns);
    if (products.initialGram !== null) {
      views.push(initialGramView(ground, problem, products.initialGram));
    }
    for (const view of views) {
      for (const [from, to] of [
        [0, neurons / 2],
        [neurons / 2, neurons],
        [0, neurons],
      ] as const) {
        const expected = squaredSingularValues(w, dim, from, to);
        const operator = view.operator(from, to);
        const norms = new Float64Array(neurons);
        finish(view.update());
        view.squaredNorms(norms);
        const frobenius = sum(norms.subarray(from, to));
        // Both sides round sums of a few thousand products: 1e-10 relative is the accuracy asked of the stable rank.
        expect(frobenius / sum(expected)).toBeCloseTo(1, 10);
        for (let r = from; r < to; r++) {
          const row = w.subarray(r * dim, (r + 1) * dim);
          expect(norms[r]! / row.reduce((a, v) => a + v * v, 0)).toBeCloseTo(1, 9);
        }
        const rank = new StableRank(operator, PLAIN, ground.space, neurons, from, to);
        expect(finish(rank.measure(frobenius)) / (sum(expected) / expected[0]!)).toBeCloseTo(1, 10);
        const values = finish(new Spectrum(operator, PLAIN).measure(rank.vector));
        expect(values).toHaveLength(Math.min(8, operator.dimension));
        values.forEach((value, k) => {
          expect(Math.abs(value * value - (expected[k] ?? 0))).toBeLessThanOrEqual(1e-7 * expected[0]!);
        });
      }
    }
  });
});
