import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/compared.ts';
import type { TimeContent } from '../../charts/content.ts';
import { formatPercent } from '../../charts/format.ts';
import { createBands } from '../../charts/means.ts';
import type { Bands, Mean } from '../../charts/means.ts';
import { isCompared } from '../../charts/modes.ts';
import { participants } from '../../charts/statistics.ts';
import { meansPanel } from './means-panel.tsx';

const TRAINING: Mean = {
  scalar: 'trainError',
  label: 'training',
  colour: 'series-1',
  dash: 'dashed',
  width: 2,
  format: formatPercent,
};
const TEST: Mean = {
  scalar: 'testError',
  label: 'test',
  colour: 'series-5',
  dash: 'solid',
  width: 2.25,
  format: formatPercent,
};

/** Whether the runs have test points: the recorder writes −1 where there are none. */
export function isTested(recordings: readonly Recording[]): boolean {
  const { runs, count } = participants(recordings);
  return count > 0 && runs.every((run) => run.column('testError')[0]! >= 0);
}

export function errorsContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent {
  const tested = isTested(recordings);
  const points = isCompared(variants) && tested ? 'test points' : tested ? 'points' : 'training points';
  const rest = {
    axis: 'linear',
    valueLabel: `share of ${points} on the wrong side`,
    include: [0, 0.1],
    references: [],
    guide: null,
    percent: true,
  } as const;
  const means = tested ? [TEST, TRAINING] : [TRAINING];
  return comparedContent(recordings, variants, bands, means, rest, means.slice(0, 1));
}

export const errorsPanel = meansPanel(
  {
    id: 'errors',
    title: 'Training and test error',
    tex: String.raw`\frac1n\,\bigl|\{i: y_i f(W,x_i)\le 0\}\bigr|`,
    explanation:
      'The share of points that the network puts in the wrong class: of those it was trained on, and of fresh ones. With some labels flipped, all training points are fitted and the test error still comes down to the share of flipped labels (Frei et al., Figure 5).',
    size: 'normal',
  },
  { subject: 'Classification error', content: errorsContent },
);
