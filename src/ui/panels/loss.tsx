import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import type { TimeContent } from '../../charts/content.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { createBands, meansContent } from '../../charts/means.ts';
import type { Bands } from '../../charts/means.ts';
import type { AxisKind } from '../../charts/scales.ts';
import { TimeChart } from '../../charts/TimeChart.tsx';
import { timeSummary, timeTable } from '../../charts/words.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

export const lossContent = (recordings: readonly Recording[], bands: Bands = createBands()): TimeContent =>
  meansContent(
    recordings,
    bands,
    [{ scalar: 'loss', label: 'loss', colour: 'accent', dash: 'solid', width: 2.25 }],
    { axis: 'log', valueLabel: 'training loss', include: [], references: [], guide: { label: '∝ 1/t' } },
  );

/** Laws in t are straight lines on a logarithmic time axis; with a handful of epochs there is no room for one. */
export const lawAxis = (content: TimeContent, horizon: number | undefined): AxisKind =>
  Math.max(horizon ?? 0, content.epochs[content.count - 1] ?? 0) < 4 ? 'linear' : 'log';

function Loss({ recordings, horizon }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const [bands] = useState(createBands);
  const content = useMemo(() => lossContent(recorded.recordings, bands), [recorded, bands]);
  return (
    <TimeChart
      content={content}
      time={lawAxis(content, horizon)}
      horizon={horizon}
      label={timeSummary('Training loss', content)}
    />
  );
}

export const lossPanel: PanelSpec = {
  id: 'loss',
  title: 'Training loss',
  tex: String.raw`L(W)=\frac1n\sum_{i=1}^n\ell(q_i),\quad q_i=y_i f(W,x_i)`,
  explanation:
    'The mean price of the margins on the training points, on logarithmic axes: a law 1/t is a straight line there. Gradient descent brings the loss down at the rate Θ(1/t) (Kou et al., Theorem 4.1(iv)).',
  size: 'normal',
  Component: Loss,
  summary: (recordings) => timeSummary('Training loss', lossContent(recordings)),
  table: (recordings) => timeTable(lossContent(recordings)),
};
