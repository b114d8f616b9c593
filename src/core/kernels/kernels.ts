import type { Work } from '../slices.ts';
import type { LOOPS } from './loops.ts';

/** Each kernel as the plain version has it, which says what it computes. */
export type Loops = typeof LOOPS;

/**
 * The hot loops of a run, and the memory they work in: in plain TypeScript (loops.ts, which has the equations and the
 * order of every sum) or in WebAssembly (workers/kernels). Both give the same bits, so a recording does not depend on
 * which of them made it.
 *
 * Every array that is given to a kernel must come from `allocate`, `allocateIndices` or `allocateBytes` of the same object, or be a
 * subarray of one that does. Matrices are row-major; r counts rows, from rowFrom to rowTo − 1 where those are given.
 */
export interface Kernels extends Loops {
  /** Zeros. @throws RoomExceeded when there is no room: only while a run is set up */
  allocate(length: number): Float64Array;
  allocateIndices(length: number): Int32Array;
  allocateBytes(length: number): Uint8Array;
}

/** Where runs get their kernels: each its own memory, from `open` to `close`. */
export interface KernelSource {
  /** @param bytes that the arrays will take at least, as far as is known */
  open(bytes: number): Kernels;
  /** Makes ready the memory that its arrays will take, as far as is known, so that `allocate` has less to do in one piece. */
  prepare(kernels: Kernels): Work;
  close(kernels: Kernels): void;
}

/** The memory of a run has no room for all of its arrays. */
export class RoomExceeded extends Error {
  /** @param bytes that are needed at least */
  constructor(readonly bytes: number) {
    super(`the arrays of a run need at least ${bytes} bytes`);
  }
}
