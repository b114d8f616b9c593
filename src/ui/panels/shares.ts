import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean, RestOfContent } from '../../charts/data/means.ts';
import { isCompared } from '../../charts/data/looks.ts';
import { participants } from '../../charts/data/statistics.ts';

/** A share of the points, of fresh ones and of those trained on. */
interface Shares {
  /** What they have in common: "on the wrong side". */
  readonly where: string;
  readonly test: Mean;
  readonly training: Mean;
  readonly rest: Pick<RestOfContent, 'include' | 'references'>;
}

/** Whether the runs have test points: the recorder writes −1 where there are none. */
function isTested(recordings: readonly Recording[]): boolean {
  const { runs, count } = participants(recordings);
  return count > 0 && runs.every((run) => run.column('testError')[0]! >= 0);
}

/** Of test points where there are some, and of training points; of the first alone where modes are compared. */
export const sharesContent =
  ({ where, test, training, rest }: Shares) =>
  (
    recordings: readonly Recording[],
    bands: Bands = createBands(),
    variants: readonly Variant[] = [],
  ): TimeContent => {
    const tested = isTested(recordings);
    const points = isCompared(variants) && tested ? 'test points' : tested ? 'points' : 'training points';
    const means = tested ? [test, training] : [training];
    const valueLabel = `share of ${points} ${where}`;
    const all = { axis: 'linear', valueLabel, guide: null, percent: true, ...rest } as const;
    return comparedContent(recordings, variants, bands, means, all, means.slice(0, 1));
  };
