import { DONE } from '../slices.ts';
import type { Kernels, KernelSource } from './kernels.ts';
import { LOOPS } from './loops.ts';

/** The kernels in plain TypeScript, on arrays of their own each: the reference, and what runs where SIMD is missing. */
export const PLAIN: Kernels = {
  allocate: (length) => new Float64Array(length),
  allocateIndices: (length) => new Int32Array(length),
  allocateBytes: (length) => new Uint8Array(length),
  ...LOOPS,
};

export const PLAIN_SOURCE: KernelSource = {
  open: () => PLAIN,
  prepare: () => DONE,
  close() {
    // Nothing is held.
  },
};
