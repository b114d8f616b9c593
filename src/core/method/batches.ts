import type { MethodSpec } from '../experiment.ts';
import type { Batch } from '../objective.ts';
import type { Samples } from '../problem/problem.ts';
import { randomPermutation } from '../random/stream.ts';

/** All samples, features numbered as in the problem. */
export function fullBatch(samples: Samples): Batch {
  return {
    n: samples.y.length,
    patches: samples.patches,
    features: samples.features.length / samples.dim,
    patchFeature: samples.patchFeature,
    patchSign: samples.patchSign,
    y: samples.y,
  };
}

/** A mini-batch with its own dense numbering of features. */
export interface MiniBatch extends Batch {
  /** The problem's number of each of the batch's features. */
  readonly featureIds: Int32Array;
}

/** The batch of the given samples; features in order of first use. */
export function miniBatch(samples: Samples, indices: ArrayLike<number>): MiniBatch {
  const { patches, patchFeature, patchSign, y } = samples;
  const n = indices.length;
  const local = new Map<number, number>();
  const batch = {
    n,
    patches,
    patchFeature: new Int32Array(n * patches),
    patchSign: new Float64Array(n * patches),
    y: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const sample = indices[i]!;
    batch.y[i] = y[sample]!;
    for (let p = 0; p < patches; p++) {
      const id = patchFeature[sample * patches + p]!;
      let k = local.get(id);
      if (k === undefined) local.set(id, (k = local.size));
      batch.patchFeature[i * patches + p] = k;
      batch.patchSign[i * patches + p] = patchSign[sample * patches + p]!;
    }
  }
  return { ...batch, features: local.size, featureIds: Int32Array.from(local.keys()) };
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
