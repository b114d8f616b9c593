import type { Recording } from '../../engine/recording.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { RunFacts } from '../../core/outcome.ts';
import { momentInWords } from '../../charts/data/moment.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import { tableOf, type Table } from '../../charts/data/words.ts';

const BLOCKS = [
  '+1 neurons, y = +1',
  '+1 neurons, y = −1',
  '−1 neurons, y = +1',
  '−1 neurons, y = −1',
] as const;

/** Means of a matrix over its four parts: class of the neuron × label of the sample, in the order of BLOCKS. */
export function blockMeans(matrix: ArrayLike<number>, { neurons, labels, shape }: RunFacts): number[] {
  const { rows, columns } = shape;
  const sums = [0, 0, 0, 0];
  const counts = [0, 0, 0, 0];
  for (let r = 0; r < rows.length; r++) {
    const half = rows[r]! < neurons / 2 ? 0 : 2;
    for (let c = 0; c < columns.length; c++) {
      const part = half + (labels[columns[c]!]! > 0 ? 0 : 1);
      sums[part] = sums[part]! + matrix[r * columns.length + c]!;
      counts[part] = counts[part]! + 1;
    }
  }
  return sums.map((sum, part) => (counts[part]! > 0 ? sum / counts[part]! : 0));
}

/** The four means at every snapshot. */
export function blockTable(
  recordings: readonly Recording[],
  run: number,
  pick: (snapshot: Snapshot) => ArrayLike<number>,
  format: (value: number) => string,
): Table {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts;
  const snapshots = facts ? recording.snapshots : [];
  const epochs = snapshots.map((snapshot) => snapshot.epoch);
  return tableOf(BLOCKS, epochs, epochs.length, (index) =>
    blockMeans(pick(snapshots[index]!), facts!).map(format),
  );
}

/** The four means at the last snapshot, in words. */
export function blockSummary(
  recordings: readonly Recording[],
  run: number,
  pick: (snapshot: Snapshot) => ArrayLike<number>,
  subject: string,
  format: (value: number) => string,
): string {
  const recording = chosenRun(recordings, run);
  const snapshot = recording?.snapshots.at(-1);
  if (!recording?.facts || !snapshot) return `${subject}: nothing yet.`;
  const means = blockMeans(pick(snapshot), recording.facts);
  return `${subject} at ${momentInWords(snapshot.epoch)}, mean over ${BLOCKS.map((name, part) => `${name}: ${format(means[part]!)}`).join('; ')}.`;
}
