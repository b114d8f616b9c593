import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import { columnOf, rangeOf } from '../../../charts/data/quantities.ts';
import type { MeansPart } from '../means-panel.tsx';

const MARGIN: Mean = {
  scalar: 'frobenius',
  name: 'normalisedMargin',
  of: (run) => columnOf(run, 'normalisedMargin'),
  possible: rangeOf('normalisedMargin'),
  label: 'min q ÷ ‖W‖',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
};

export const normalisedMarginContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(recordings, variants, bands, [MARGIN], {
    axis: 'linear',
    valueLabel: 'smallest margin, divided by ‖W‖',
    include: [0],
    references: [{ value: 0, label: 'all points right above 0' }],
    guide: null,
  });

export const normalisedMarginPart: MeansPart = {
  subject: 'Normalised margin',
  content: normalisedMarginContent,
};
