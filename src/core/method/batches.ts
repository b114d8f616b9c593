import type { MethodSpec } from '../experiment.ts';
import { copyOf, indicesOf } from '../kernels/copies.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Batch } from '../objective.ts';
import type { Samples } from '../problem/problem.ts';
import { randomPermutation } from '../random/stream.ts';

/** All samples, features numbered as in the problem. */
export function fullBatch(samples: Samples, kernels: Kernels): Batch {
  return {
    n: samples.y.length,
    patches: samples.patches,
    features: samples.features.length / samples.dim,
    patchFeature: indicesOf(kernels, samples.patchFeature),
    patchSign: copyOf(kernels, samples.patchSign),
    y: copyOf(kernels, samples.y),
  };
}

/** Whether patch k is feature k with a + sign, for all patches: then it is so in every mini-batch too. */
export function isSeparate({ n, patches, features, patchFeature, patchSign }: Batch): boolean {
  if (features !== n * patches) return false;
  return patchFeature.every((feature, at) => feature === at) && patchSign.every((sign) => sign === 1);
}

/** A mini-batch with its own dense numbering of features. */
export interface MiniBatch extends Batch {
  /** The problem's number of each of the batch's features. */
  readonly featureIds: Int32Array;
}

/** Mini-batches of some samples, one at a time: each one overwrites the arrays of the one before. */
export class MiniBatches {
  private readonly patchFeature: Int32Array;
  private readonly patchSign: Float64Array;
  private readonly y: Float64Array;
  private readonly featureIds: Int32Array;
  /** The batch's number of each of the problem's features; −1 where it has none. */
  private readonly local: Int32Array;

  /** @param maxPatches most patches of a batch */
  constructor(
    private readonly samples: Samples,
    kernels: Kernels,
    maxPatches: number,
  ) {
    this.patchFeature = kernels.allocateIndices(maxPatches);
    this.patchSign = kernels.allocate(maxPatches);
    this.y = kernels.allocate(maxPatches / samples.patches);
    this.featureIds = kernels.allocateIndices(maxPatches);
    this.local = new Int32Array(samples.features.length / samples.dim).fill(-1);
  }

  /** The batch of the given samples; features in order of first use. */
  of(indices: ArrayLike<number>): MiniBatch {
    const { samples, local, featureIds } = this;
    const { patches, patchFeature, patchSign, y } = samples;
    const n = indices.length;
    let features = 0;
    for (let i = 0; i < n; i++) {
      const sample = indices[i]!;
      this.y[i] = y[sample]!;
      for (let p = 0; p < patches; p++) {
        const id = patchFeature[sample * patches + p]!;
        if (local[id]! < 0) {
          local[id] = features;
          featureIds[features++] = id;
        }
        this.patchFeature[i * patches + p] = local[id]!;
        this.patchSign[i * patches + p] = patchSign[sample * patches + p]!;
      }
    }
    for (let k = 0; k < features; k++) local[featureIds[k]!] = -1;
    return {
      n,
      patches,
      features,
      patchFeature: this.patchFeature,
      patchSign: this.patchSign,
      y: this.y,
      featureIds: featureIds.subarray(0, features),
    };
  }
}

/**
 * The mini-batches of epoch t: a fresh permutation of the samples keyed by (seed, t), cut into pieces of batchSize;
 * or the given ones.
 */
export function epochBatches(
  method: Extract<MethodSpec, { kind: 'sgd' }>,
  seed: number,
  t: number,
  n: number,
): readonly ArrayLike<number>[] {
  if (method.batches !== undefined) {
    const given = method.batches[t];
    if (given === undefined) throw new RangeError(`batches are given for fewer epochs than ${t + 1}`);
    return given;
  }
  const order = randomPermutation(seed, 'batch', t, n);
  const batches: Int32Array[] = [];
  for (let from = 0; from < n; from += method.batchSize) {
    batches.push(order.subarray(from, Math.min(n, from + method.batchSize)));
  }
  return batches;
}
