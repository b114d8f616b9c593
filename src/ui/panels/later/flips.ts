import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { useClock } from '../../../state/clock.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { AxisKind, TimeContent } from '../../../charts/data/content.ts';
import { derivedColumn } from '../../../charts/data/derived.ts';
import { formatCount, formatValue } from '../../../charts/data/format.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import type { MeansPart } from '../means-panel.tsx';

/** Of one run a count is whole, a mean of several need not be. */
const format = (value: number): string =>
  Number.isInteger(value) ? formatCount(value) : formatValue(value, 3);

/** What grows like t is a straight line on axes that are spaced alike: where time is logarithmic, so are the values. */
const spacedLikeTime =
  (mean: Mean, valueLabel: string) =>
  (
    recordings: readonly Recording[],
    bands: Bands = createBands(),
    variants: readonly Variant[] = [],
    time: AxisKind = 'linear',
  ): TimeContent =>
    comparedContent(recordings, variants, bands, [mean], {
      axis: time,
      valueLabel,
      include: time === 'linear' ? [0] : [],
      references: [],
      guide: null,
    });

export const flipsPart: MeansPart = {
  subject: 'Flips so far',
  content: spacedLikeTime(
    { scalar: 'flipsSoFar', label: 'flips', colour: 'series-2', dash: 'solid', width: 2.25, format },
    'signs flipped since the start',
  ),
};

const LAST_FLIP: Mean = {
  scalar: 'lastFlip',
  label: 'last flip',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
  format,
};

const ofEpochs = spacedLikeTime(LAST_FLIP, 'epoch of the last flip');

/** Of a run by gradient flow it is log t, which is there once a sign has flipped. */
export const lastFlipPart: MeansPart = {
  subject: 'The last flip',
  content: (recordings, bands = createBands(), variants = [], time = 'linear') => {
    const logTime = useClock.getState().clock?.logTime;
    if (!logTime) return ofEpochs(recordings, bands, variants, time);
    const mean: Mean = {
      ...LAST_FLIP,
      name: 'log t of the last flip',
      of: (run) =>
        derivedColumn(run, 'log t of the last flip', () => {
          const last = run.column('lastFlip');
          return (k) => (last[k]! > 0 ? logTime(last[k]!) : NaN);
        }),
      possible: [-Infinity, Infinity],
      format: (value) => formatValue(value, 4),
    };
    return comparedContent(recordings, variants, bands, [mean], {
      axis: 'linear',
      valueLabel: 'log t of the last flip',
      include: [],
      references: [],
      guide: null,
    });
  },
};
