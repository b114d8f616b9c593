import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import type { AxisKind, TimeContent } from '../../charts/data/content.ts';
import { formatCount, formatValue } from '../../charts/data/format.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { meansPanel } from './means-panel.tsx';

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

export const flipsPanel = meansPanel(
  {
    id: 'flips',
    title: 'Flips so far',
    tex: String.raw`\sum_{s=1}^{t}\bigl|\{(j,r,i):\operatorname{sign}\langle w_{j,r}(s),x_i\rangle\ne\operatorname{sign}\langle w_{j,r}(s-1),x_i\rangle\}\bigr|`,
    explanation:
      'How often a neuron has begun or ceased to fire for a training point, counted at every epoch, recorded or not. A curve that has become level is a frozen activation pattern, as Lemma 5.6 of Kou et al. proves for leaky ReLU; one that goes on rising is not. With a logarithmic time axis the values are logarithmic, too.',
    size: 'normal',
  },
  {
    subject: 'Flips so far',
    content: spacedLikeTime(
      { scalar: 'flipsSoFar', label: 'flips', colour: 'series-2', dash: 'solid', width: 2.25, format },
      'signs flipped since the start',
    ),
  },
);

export const lastFlipPanel = meansPanel(
  {
    id: 'last-flip',
    title: 'The last flip',
    tex: String.raw`\max\{s\le t:\ \exists(j,r,i)\ \operatorname{sign}\langle w_{j,r}(s),x_i\rangle\ne\operatorname{sign}\langle w_{j,r}(s-1),x_i\rangle\}`,
    explanation:
      'The last epoch at which some neuron began or ceased to fire for a training point; 0 while none has. It stands still once the activation pattern is frozen, and follows the epoch where it is not.',
    size: 'normal',
  },
  {
    subject: 'Epoch of the last flip',
    content: spacedLikeTime(
      { scalar: 'lastFlip', label: 'last flip', colour: 'accent', dash: 'solid', width: 2.25, format },
      'epoch of the last flip',
    ),
  },
);
