import { slices, type Work } from '../slices.ts';
import type { Kernels } from './kernels.ts';

/** An entry copied to memory that was never touched costs about as much as so many multiply–adds. */
export const COPY_WORK = 4;

/** s·values, in an array of the kernels. Of a matrix, which may be larger than what is copied at once. */
export function* scaledCopy(kernels: Kernels, values: Float64Array, s: number): Work<Float64Array> {
  const copy = kernels.allocate(values.length);
  yield* slices(values.length, COPY_WORK, (from, to) => {
    for (let k = from; k < to; k++) copy[k] = s * values[k]!;
  });
  return copy;
}

/** A matrix, in an array of the kernels. */
export function* matrixCopy(kernels: Kernels, values: Float64Array): Work<Float64Array> {
  const copy = kernels.allocate(values.length);
  yield* slices(values.length, COPY_WORK, (from, to) => copy.set(values.subarray(from, to), from));
  return copy;
}

/** A few numbers, in an array of the kernels. */
export function copyOf(kernels: Kernels, values: Float64Array): Float64Array {
  const copy = kernels.allocate(values.length);
  copy.set(values);
  return copy;
}

export function indicesOf(kernels: Kernels, values: Int32Array): Int32Array {
  const copy = kernels.allocateIndices(values.length);
  copy.set(values);
  return copy;
}
