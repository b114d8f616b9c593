import { formatCount } from './format.ts';
import { niceIndices } from './search.ts';
import type { TimeContent } from './content.ts';

/** A table as text: what a chart shows, for those who cannot see it or want the numbers. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ROWS = 25;

/** The readings of all series at no more than 25 epochs: 0, 1, 2, 5, 10, 20, 50, … and the last. */
export function timeTable(...contents: readonly TimeContent[]): Table {
  const [first] = contents;
  if (!first) return { columns: [], rows: [] };
  return {
    columns: ['epoch', ...contents.flatMap((content) => content.series.map((series) => series.label))],
    rows: niceIndices(first.epochs, first.count, ROWS).map((index) => [
      formatCount(first.epochs[index]!),
      ...contents.flatMap((content) => content.series.map((series) => series.read(index))),
    ]),
  };
}

/** "W₊ falls from 51.2 at epoch 0 to 1.06 at epoch 50", for each series; a plain word when there is no data yet. */
export function timeSummary(subject: string, content: TimeContent): string {
  const { count, epochs, series } = content;
  if (count === 0) return `${subject}: no epoch yet.`;
  const from = formatCount(epochs[0]!);
  const to = formatCount(epochs[count - 1]!);
  if (count === 1)
    return `${subject} at epoch ${from}: ${series.map((s) => `${s.label} ${s.read(0)}`).join(', ')}.`;
  const courses = series.map((s) => {
    if (s.kind === 'bundle')
      return `${s.label} go from ${s.read(0)} at epoch ${from} to ${s.read(count - 1)} at epoch ${to}`;
    const change = s.values[count - 1]! - s.values[0]!;
    if (change === 0) return `${s.label} is ${s.read(count - 1)} at epochs ${from} and ${to}`;
    return `${s.label} ${change < 0 ? 'falls' : 'rises'} from ${s.read(0)} at epoch ${from} to ${s.read(count - 1)} at epoch ${to}`;
  });
  return `${subject}: ${courses.join('; ')}.`;
}
