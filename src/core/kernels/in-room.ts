import { RoomExceeded, type Kernels, type KernelSource } from './kernels.ts';

/** Room that is asked for once a run has exceeded what it had, for what it has not come to yet. */
const FURTHER = 1.5;

/**
 * Does a piece of work with kernels of its own, and gives them back however it ends. If the work finds too little room
 * while it is set up, it begins again with more.
 *
 * @param guess bytes that its arrays will take: a good one saves beginning again
 */
export function* inRoom<Step, Result>(
  source: KernelSource,
  work: (kernels: Kernels) => Generator<Step, Result, void>,
  guess = 0,
): Generator<Step | undefined, Result, void> {
  for (let bytes = guess; ;) {
    const kernels = source.open(bytes);
    try {
      yield* source.prepare(kernels);
      return yield* work(kernels);
    } catch (error) {
      if (!(error instanceof RoomExceeded)) throw error;
      bytes = Math.ceil(FURTHER * error.bytes);
    } finally {
      source.close(kernels);
    }
  }
}
