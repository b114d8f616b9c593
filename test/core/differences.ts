import fc from 'fast-check';
import type { ActivationSpec, LossName } from '../../src/core/experiment.ts';
import { PLAIN } from '../../src/core/kernels/plain.ts';
import { createActivation } from '../../src/core/model/activation.ts';
import { lossByName } from '../../src/core/model/loss.ts';
import { secondLayerWeights } from '../../src/core/model/second-layer.ts';
import { Objective, type Batch } from '../../src/core/objective.ts';

/** A small random objective with shared features, both patch signs and a Gram matrix that is not diagonal. */
export interface SmallCase {
  readonly batch: Batch;
  readonly gram: Float64Array;
  readonly z: Float64Array;
  readonly objective: Objective;
}

interface Sizes {
  readonly n: number;
  readonly patches: number;
  readonly features: number;
  readonly m: number;
}

const number = fc.double({ min: -1.5, max: 1.5, noNaN: true });
/** Away from the kink at zero, across which differences of a leaky ReLU mean nothing. */
const preactivation = number.map((z) => (Math.abs(z) < 0.05 ? z + 0.2 : z));

export function smallCases(activations: readonly ActivationSpec[], losses: readonly LossName[]) {
  return fc
    .record({
      n: fc.integer({ min: 1, max: 4 }),
      patches: fc.integer({ min: 1, max: 2 }),
      features: fc.integer({ min: 1, max: 4 }),
      m: fc.integer({ min: 1, max: 3 }),
    })
    .chain((sizes: Sizes) =>
      fc
        .record({
          z: fc.array(preactivation, exactly(2 * sizes.m * sizes.features)),
          u: fc.array(number, exactly(sizes.features * 5)),
          patchFeature: fc.array(fc.nat(sizes.features - 1), exactly(sizes.n * sizes.patches)),
          patchSign: fc.array(fc.constantFrom(-1, 1), exactly(sizes.n * sizes.patches)),
          y: fc.array(fc.constantFrom(-1, 1), exactly(sizes.n)),
          activation: fc.constantFrom(...activations),
          loss: fc.constantFrom(...losses),
        })
        .map((drawn): SmallCase => ({
          batch: {
            n: sizes.n,
            patches: sizes.patches,
            features: sizes.features,
            patchFeature: Int32Array.from(drawn.patchFeature),
            patchSign: Float64Array.from(drawn.patchSign),
            y: Float64Array.from(drawn.y),
          },
          gram: gramOf(drawn.u, sizes.features),
          z: Float64Array.from(drawn.z),
          objective: new Objective(
            PLAIN,
            createActivation(drawn.activation, PLAIN),
            lossByName(drawn.loss),
            secondLayerWeights('1/m', sizes.m),
            4,
            sizes.patches,
            false,
          ),
        })),
    );
}

const exactly = (count: number) => ({ minLength: count, maxLength: count });

function gramOf(u: readonly number[], features: number): Float64Array {
  const gram = new Float64Array(features * features);
  for (let i = 0; i < features; i++) {
    for (let k = 0; k < features; k++) {
      for (let c = 0; c < 5; c++) gram[i * features + k]! += u[i * 5 + c]! * u[k * 5 + c]!;
    }
  }
  return gram;
}

/** Central difference quotients of `value` in every entry of z. */
export function differences(z: Float64Array, value: (z: Float64Array) => number): Float64Array {
  const h = 1e-5;
  return Float64Array.from(z, (_, k) => {
    const up = z.slice();
    const down = z.slice();
    up[k]! += h;
    down[k]! -= h;
    return (value(up) - value(down)) / (2 * h);
  });
}

/** Largest difference of two gradients relative to the largest entry (or 1e-3, where all entries are small). */
export function relativeError(actual: Float64Array, expected: Float64Array): number {
  const scale = Math.max(1e-3, ...expected.map(Math.abs));
  return Math.max(...expected.map((value, k) => Math.abs(value - actual[k]!))) / scale;
}
