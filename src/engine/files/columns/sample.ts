import { philox4x32 } from '../../../core/random/philox.ts';

/** Key of the draws that decide which rows of a large file are kept. Part of what a link reproduces: never change. */
export const SAMPLE_SEED = 20_261_127;
/** Second word of the key: keeps these draws apart from those of the experiments (core/random/stream.ts). */
const FILE_ROWS = 0x66696c65;

const words = new Uint32Array(4);

/**
 * Whether row `index` (from 0) of a file is in the sample of level `level`, which holds about one row in 2^level: a
 * function of the two alone, and the sample of a level lies within that of the level before. Rows are drawn without
 * replacement, each with probability 2^−level: the upper `level` bits of the row's Philox word are zero.
 *
 * @param level 0..31
 */
export function inSample(index: number, level: number): boolean {
  if (level === 0) return true;
  philox4x32(index, 0, 0, 0, SAMPLE_SEED, FILE_ROWS, words);
  return words[0]! >>> (32 - level) === 0;
}
