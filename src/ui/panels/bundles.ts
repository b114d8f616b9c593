import type { Recording } from '../../engine/recording.ts';
import type { BundleSeries } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';
import { frontVariant, isCompared } from '../../charts/data/looks.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import type { Variant } from '../../engine/batch.ts';

const format = (value: number): string => formatValue(value, 3);

/** "2.31 … 3.02": the smallest and the largest of the columns in one row of a matrix. */
export function readRange(matrix: Float64Array, stride: number, columns: Int32Array, row: number): string {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    const value = matrix[row * stride + column]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return '';
  return low === high ? format(low) : `${format(low)} … ${format(high)}`;
}

/** A bundle that reads as the range of its curves. */
export function bundle(
  part: Pick<BundleSeries, 'label' | 'colour' | 'dash' | 'width' | 'matrix' | 'stride' | 'columns'>,
): BundleSeries {
  return {
    kind: 'bundle',
    ...part,
    read: (index) => readRange(part.matrix, part.stride, part.columns, index),
  };
}

/** Indices at which a label has this sign. */
export const samplesOf = (labels: ArrayLike<number>, sign: 1 | -1): Int32Array =>
  Int32Array.from(Array.from(labels, (_, i) => i).filter((i) => labels[i]! * sign > 0));

/**
 * "run 2 of 5" for the run that is shown when `asked` for (0-based), or '' for the only one; with the name of the
 * point in front before it where several are compared.
 */
export function runName(
  recordings: readonly Recording[],
  asked: number,
  variants: readonly Variant[] = [],
): string {
  const recording = chosenRun(recordings, asked);
  if (!recording) return '';
  const run = recordings.length < 2 ? '' : `run ${recordings.indexOf(recording) + 1} of ${recordings.length}`;
  return joined(frontName(recordings, variants), run);
}

/** The name of the point in front where several are compared, else ''. */
export function frontName(recordings: readonly Recording[], variants: readonly Variant[]): string {
  return isCompared(variants) ? (frontVariant(variants, recordings)?.name ?? '') : '';
}

/** "PEGR, run 1 of 5"; what is empty is left out. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
