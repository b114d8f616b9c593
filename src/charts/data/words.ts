import type { TimeContent } from './content.ts';
import { useClock } from '../../state/clock.ts';
import { formatCount, formatValue, NOT_THERE } from './format.ts';
import { momentInWords } from './moment.ts';
import { guideAt } from './theory.ts';

/**
 * A table as text: what a chart shows, for those who cannot see it or want the numbers. A row is made when it is asked
 * for: there may be 100,000.
 */
export interface Table {
  readonly columns: readonly string[];
  /** t of each row, ascending; the first `count` entries. Absent where rows are not epochs: then cells may follow the playhead. */
  readonly epochs?: ArrayLike<number>;
  readonly count: number;
  /** A cell for each column, the epoch first; "–" where nothing was measured. */
  row(index: number): readonly string[];
}

/** A table with a row for each of `count` epochs. @param cells of a row but for the epoch */
export function tableOf(
  columns: readonly string[],
  epochs: ArrayLike<number>,
  count: number,
  cells: (index: number) => readonly string[],
): Table {
  const { clock } = useClock.getState();
  return {
    columns: [clock?.column ?? 'epoch', ...columns],
    epochs,
    count,
    row: (index) => [(clock?.cell ?? formatCount)(epochs[index]!), ...cells(index)],
  };
}

/** The readings of all series at every epoch, which the contents have in common, and the theory's curves where they were computed. */
export function timeTable(...contents: readonly TimeContent[]): Table {
  const series = contents.flatMap((content) => content.series);
  const guides = contents.flatMap((content) => content.guides ?? []);
  const { epochs = [], count = 0 } = contents[0] ?? {};
  return tableOf(
    [...series, ...guides].map(({ label }) => label),
    epochs,
    count,
    (index) => [
      ...series.map((one) => one.read(index)),
      ...guides.map((guide) => {
        const value = guideAt(guide, epochs[index]!);
        return value === undefined ? NOT_THERE : formatValue(value);
      }),
    ],
  );
}

/** "W₊ falls from 51.2 at epoch 0 to 1.06 at epoch 50", for each series; a plain word when there is no data yet. */
export function timeSummary(subject: string, content: TimeContent): string {
  const { count, epochs, series } = content;
  if (count === 0) return `${subject}: nothing yet.`;
  const from = momentInWords(epochs[0]!);
  const to = momentInWords(epochs[count - 1]!);
  if (count === 1)
    return `${subject} at ${from}: ${series.map((s) => `${s.label} ${s.read(0)}`).join(', ')}.`;
  const courses = series.map((s) => {
    if (s.kind === 'bundle')
      return `${s.label} go from ${s.read(0)} at ${from} to ${s.read(count - 1)} at ${to}`;
    const change = s.values[count - 1]! - s.values[0]!;
    if (change === 0) return `${s.label} is ${s.read(count - 1)} at ${from} and ${to}`;
    return `${s.label} ${change < 0 ? 'falls' : 'rises'} from ${s.read(0)} at ${from} to ${s.read(count - 1)} at ${to}`;
  });
  return `${subject}: ${courses.join('; ')}.${theoryInWords(content)}`;
}

/** " Theory: Lemma G.4: at most, 0.012 at epoch 1,000." for each curve, and marked epochs beside them; '' where there are none. */
function theoryInWords({ guides = [] }: TimeContent): string {
  if (guides.length === 0) return '';
  const ends = guides.map(({ label, epochs, values, faint }) => {
    const outside = faint ? ' (outside its assumptions)' : '';
    return `${label}${outside}, ${formatValue(values.at(-1)!)} at ${momentInWords(epochs.at(-1)!)}`;
  });
  return ` Theory: ${ends.join('; ')}.`;
}
