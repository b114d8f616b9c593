import type { Kernels } from './kernels.ts';

/** s·values, in an array of the kernels. */
export function scaledCopy(kernels: Kernels, values: Float64Array, s: number): Float64Array {
  const copy = kernels.allocate(values.length);
  for (let k = 0; k < values.length; k++) copy[k] = s * values[k]!;
  return copy;
}

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
