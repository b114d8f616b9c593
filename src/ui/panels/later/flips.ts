import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { AxisKind, TimeContent } from '../../../charts/data/content.ts';
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

export const lastFlipPart: MeansPart = {
  subject: 'Epoch of the last flip',
  content: spacedLikeTime(
    { scalar: 'lastFlip', label: 'last flip', colour: 'accent', dash: 'solid', width: 2.25, format },
    'epoch of the last flip',
  ),
};
