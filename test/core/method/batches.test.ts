import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { epochBatches, fullBatch, isSeparate, MiniBatches } from '../../../src/core/method/batches.ts';
import type { Samples } from '../../../src/core/problem/problem.ts';
import { randomPermutation } from '../../../src/core/random/stream.ts';

const samples: Samples = {
  d: 2,
  dim: 2,
  basis: null,
  features: Float64Array.of(1, 0, 0, 1, 1, 1),
  patches: 2,
  patchFeature: Int32Array.of(0, 1, 0, 2, 2, 2, 1, 0),
  patchSign: Float64Array.of(1, 1, -1, 1, 1, -1, 1, 1),
  y: Float64Array.of(1, -1, 1, -1),
  signalFeature: null,
  testX: new Float64Array(0),
  testPatch: new Int32Array(0),
  testY: new Float64Array(0),
};

describe('the batch of all samples', () => {
  it('has the numbering of the problem', () => {
    expect(fullBatch(samples, PLAIN)).toEqual({
      n: 4,
      patches: 2,
      features: 3,
      patchFeature: samples.patchFeature,
      patchSign: samples.patchSign,
      y: samples.y,
    });
  });

  it('is separate where patch k is feature k, unsigned, for all patches', () => {
    const batch = { n: 2, patches: 2, features: 4, y: Float64Array.of(1, -1) };
    const patchFeature = Int32Array.of(0, 1, 2, 3);
    const patchSign = Float64Array.of(1, 1, 1, 1);
    expect(isSeparate({ ...batch, patchFeature, patchSign })).toBe(true);
    expect(isSeparate({ ...batch, features: 5, patchFeature, patchSign })).toBe(false);
    expect(isSeparate({ ...batch, patchFeature: Int32Array.of(0, 1, 3, 2), patchSign })).toBe(false);
    expect(isSeparate({ ...batch, patchFeature, patchSign: Float64Array.of(1, 1, 1, -1) })).toBe(false);
  });
});

describe('a mini-batch', () => {
  it('keeps the order of the patches of each sample', () => {
    const batch = new MiniBatches(samples, PLAIN, 4).of([1, 0]);
    expect([...batch.featureIds]).toEqual([0, 2, 1]);
    expect([...batch.patchFeature]).toEqual([0, 1, 0, 2]);
    expect([...batch.patchSign]).toEqual([-1, 1, 1, 1]);
  });

  it('numbers its features densely, in order of first use, and keeps signs and labels', () => {
    const batches = new MiniBatches(samples, PLAIN, 4);
    // What is left of an earlier batch does not matter.
    batches.of([0, 3]);
    const batch = batches.of([2, 1]);
    expect(batch.n).toBe(2);
    expect([...batch.featureIds]).toEqual([2, 0]);
    expect(batch.features).toBe(2);
    expect([...batch.patchFeature]).toEqual([0, 0, 1, 0]);
    expect([...batch.patchSign]).toEqual([1, -1, -1, 1]);
    expect([...batch.y]).toEqual([1, -1]);
  });
});

describe('the mini-batches of an epoch', () => {
  const method = { kind: 'sgd', eta: 1, batchSize: 4 } as const;

  it('go through every sample once, the last batch being smaller', () => {
    const batches = epochBatches(method, 7, 0, 10);
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
    expect(batches.flatMap((batch) => Array.from(batch)).sort((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('are of one size where that divides the samples, in the order of the stream of batches', () => {
    const batches = epochBatches(method, 7, 3, 8);
    expect(batches.map((batch) => batch.length)).toEqual([4, 4]);
    expect(batches.flatMap((batch) => Array.from(batch))).toEqual([...randomPermutation(7, 'batch', 3, 8)]);
  });

  it('come in another order in another epoch and under another seed, and in the same order again', () => {
    const order = (seed: number, t: number) =>
      epochBatches(method, seed, t, 30)
        .map((b) => Array.from(b))
        .flat();
    expect(order(7, 0)).toEqual(order(7, 0));
    expect(order(7, 0)).not.toEqual(order(7, 1));
    expect(order(7, 0)).not.toEqual(order(8, 0));
  });

  it('are the given ones when they are given, and the end of the list is an error', () => {
    const given = { ...method, batches: [[[1], [0]]] };
    expect(epochBatches(given, 7, 0, 2)).toEqual([[1], [0]]);
    expect(() => epochBatches(given, 7, 1, 2)).toThrow('fewer epochs than 2');
  });
});
