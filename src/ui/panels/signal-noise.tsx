import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { meansPanel, type MeansPart } from './means-panel.tsx';

const format = (value: number): string => formatValue(value, 3);

const LEARNED: readonly Mean[] = [
  { scalar: 'signal', label: 'signal', colour: 'accent', dash: 'solid', width: 2.5, format },
  { scalar: 'noise', label: 'noise', colour: 'series-2', dash: 'dashed', width: 2.5, format },
];

export const signalNoiseContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(recordings, variants, bands, LEARNED, {
    axis: 'linear',
    valueLabel: 'largest inner product with a neuron',
    include: [0],
    references: [],
    guide: null,
  });

export const signalNoisePart: MeansPart = {
  subject: 'Signal learning and noise memorisation',
  content: signalNoiseContent,
};

export const signalNoisePanel = meansPanel(
  {
    id: 'signal-noise',
    title: 'Signal and noise',
    size: 'wide',
  },
  signalNoisePart,
);
