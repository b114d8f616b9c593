import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { meansPanel } from './means-panel.tsx';

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

export const signalNoisePanel = meansPanel(
  {
    id: 'signal-noise',
    title: 'Signal and noise',
    tex: String.raw`\text{signal}=\max_{j,r}\,\lvert\langle w_{j,r},\mu\rangle\rvert,\qquad\text{noise}=\max_{j,r,i}\,\langle w_{j,r},\xi_i\rangle`,
    explanation:
      'How much the network has learned of the signal μ, which fresh points share, and how much of the noise ξ_i of single training points, which they do not (Meng et al., §4.1). Without regularisation the noise is memorised first and the signal hardly grows (Theorem 3.3); PEGR holds the noise down until the signal is learned (Theorem 3.2).',
    size: 'wide',
  },
  { subject: 'Signal learning and noise memorisation', content: signalNoiseContent },
);
