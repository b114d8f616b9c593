import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import type { MeansPart } from '../means-panel.tsx';

const NORM: Mean = {
  scalar: 'gradientNorm',
  label: '‖∇L‖',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
};

export const gradientNormContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(recordings, variants, bands, [NORM], {
    axis: 'log',
    valueLabel: 'norm of the gradient of the data loss',
    include: [],
    references: [],
    guide: null,
  });

export const gradientNormPart: MeansPart = { subject: 'Gradient norm', content: gradientNormContent };
