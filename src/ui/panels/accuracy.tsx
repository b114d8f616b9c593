import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent } from '../../charts/compared.ts';
import type { TimeContent } from '../../charts/content.ts';
import { derivedColumn } from '../../charts/derived.ts';
import { formatPercent } from '../../charts/format.ts';
import { createBands } from '../../charts/means.ts';
import type { Bands, Mean } from '../../charts/means.ts';
import { isCompared } from '../../charts/modes.ts';
import { isTested } from './errors.tsx';
import { meansPanel } from './means-panel.tsx';

const accuracyOf = (scalar: 'testError' | 'trainError') => (run: Recording) =>
  derivedColumn(run, `1 − ${scalar}`, (recording) => {
    const error = recording.column(scalar);
    return (t) => 1 - error[t]!;
  });

const TEST: Mean = {
  scalar: 'testError',
  label: 'test points',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
  format: formatPercent,
  of: accuracyOf('testError'),
};
const TRAINING: Mean = {
  scalar: 'trainError',
  label: 'training points',
  colour: 'series-2',
  dash: 'dashed',
  width: 1.75,
  format: formatPercent,
  of: accuracyOf('trainError'),
};

export function accuracyContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent {
  const tested = isTested(recordings);
  const points = isCompared(variants) && tested ? 'test points' : tested ? 'points' : 'training points';
  const rest = {
    axis: 'linear',
    valueLabel: `share of ${points} on the right side`,
    include: [0, 1],
    references: [{ value: 0.5, label: 'coin flip: 50 %', below: true }],
    guide: null,
    percent: true,
  } as const;
  const means = tested ? [TEST, TRAINING] : [TRAINING];
  return comparedContent(recordings, variants, bands, means, rest, means.slice(0, 1));
}

export const accuracyPanel = meansPanel(
  {
    id: 'accuracy',
    title: 'Test accuracy',
    tex: String.raw`\Pr_{(x,y)}\bigl[y\,f(W,x)>0\bigr]`,
    explanation:
      'The share of fresh points that the network puts in the right class. All modes fit the training points; fresh noise tells nothing, so who has only memorised the noise guesses on fresh points. With PEGR the test error goes to 0 (Meng et al., Theorem 3.2), with plain training, and with FGR in the experiments of §4.1, it stays near one half (Theorem 3.3).',
    size: 'normal',
  },
  { subject: 'Accuracy', content: accuracyContent },
);
