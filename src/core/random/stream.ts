import { normalQuantile } from './normal.ts';
import { philox4x32 } from './philox.ts';

/** What a draw is for. Streams never overlap: to add a neuron or a sample leaves all other draws as they were. */
export type StreamName = keyof typeof STREAMS;

/** The stream's number in the key. Part of what a link reproduces: never renumber, only append. */
const STREAMS = {
  mean: 1,
  label: 2,
  'label-noise': 3,
  data: 4,
  init: 5,
  batch: 6,
  'test-label': 7,
  'test-label-noise': 8,
  'test-data': 9,
  split: 10,
  start: 11,
  'mean-length': 12,
  'data-length': 13,
  'init-length': 14,
} as const;

/** Philox's four words. Safe to share: filled and read by the same synchronous call, in each thread its own. */
const words = new Uint32Array(4);

/** 53 bits k of two words as k·2^−53, and 2^−54 for k = 0: in the open interval (0, 1). */
function openUniform(a: number, b: number): number {
  return Math.max((a >>> 5) * 67108864 + (b >>> 6), 0.5) * 1.1102230246251565e-16;
}

/**
 * out[k] ← entry k of the uniform draws on (0, 1) of (seed, stream, row), for from ≤ k < from + count. An entry is a
 * function of seed, stream, row and k alone: the output words 2(k mod 2), 2(k mod 2) + 1 of Philox4x32-10 at counter
 * (⌊k/2⌋, row, 0, 0) under the key (seed, stream).
 *
 * @param seed,row unsigned 32-bit integers
 * @param out at least from + count long
 */
export function fillUniforms(
  seed: number,
  stream: StreamName,
  row: number,
  out: Float64Array,
  from: number,
  count: number,
): void {
  const key = STREAMS[stream];
  const to = from + count;
  // An entry outside the range is computed with its block's other one, and not stored.
  for (let block = from >>> 1, k = 2 * block; k < to; block++, k += 2) {
    philox4x32(block, row, 0, 0, seed, key, words);
    if (k >= from) out[k] = openUniform(words[0]!, words[1]!);
    if (k + 1 < to) out[k + 1] = openUniform(words[2]!, words[3]!);
  }
}

/**
 * out[k] ← entry k of the standard normal draws of (seed, stream, row): Φ⁻¹ of the uniform entry k, one uniform each
 * (so |z| ≤ 8.3). Arguments as in {@link fillUniforms}.
 */
export function fillNormals(
  seed: number,
  stream: StreamName,
  row: number,
  out: Float64Array,
  from: number,
  count: number,
): void {
  fillUniforms(seed, stream, row, out, from, count);
  for (let k = from; k < from + count; k++) out[k] = normalQuantile(out[k]!);
}

/**
 * A uniformly random order of 0..n−1 (Fisher and Yates, Knuth's Algorithm P). Position i swaps with ⌊(i + 1)·u⌋, whose
 * bias is below n·2^−53.
 */
export function randomPermutation(seed: number, stream: StreamName, row: number, n: number): Int32Array {
  const uniforms = new Float64Array(n);
  fillUniforms(seed, stream, row, uniforms, 0, n);
  const order = Int32Array.from(uniforms, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const k = Math.floor((i + 1) * uniforms[i]!);
    const chosen = order[k]!;
    order[k] = order[i]!;
    order[i] = chosen;
  }
  return order;
}
