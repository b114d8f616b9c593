import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import type { TimeContent } from '../../charts/content.ts';
import { formatPercent } from '../../charts/format.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { createBands, meansContent } from '../../charts/means.ts';
import type { Bands, Mean } from '../../charts/means.ts';
import { participants } from '../../charts/statistics.ts';
import { TimeChart } from '../../charts/TimeChart.tsx';
import { timeSummary, timeTable } from '../../charts/words.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

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

export function errorsContent(recordings: readonly Recording[], bands: Bands = createBands()): TimeContent {
  const { runs, count } = participants(recordings);
  // The recorder writes −1 where there are no test points.
  const tested = count > 0 && runs.every((run) => run.column('testError')[0]! >= 0);
  return meansContent(recordings, bands, tested ? [TEST, TRAINING] : [TRAINING], {
    axis: 'linear',
    valueLabel: tested ? 'share of points on the wrong side' : 'share of training points on the wrong side',
    include: [0, 0.1],
    references: [],
    guide: null,
    percent: true,
  });
}

function Errors({ recordings, horizon }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const [bands] = useState(createBands);
  const content = useMemo(() => errorsContent(recorded.recordings, bands), [recorded, bands]);
  return (
    <TimeChart
      content={content}
      time={time}
      horizon={horizon}
      label={timeSummary('Classification error', content)}
    />
  );
}

export const errorsPanel: PanelSpec = {
  id: 'errors',
  title: 'Training and test error',
  tex: String.raw`\frac1n\,\bigl|\{i: y_i f(W,x_i)\le 0\}\bigr|`,
  explanation:
    'The share of points that the network puts in the wrong class: of those it was trained on, and of fresh ones. With some labels flipped, all training points are fitted and the test error still comes down to the share of flipped labels (Frei et al., Figure 5).',
  size: 'normal',
  Component: Errors,
  summary: (recordings) => timeSummary('Classification error', errorsContent(recordings)),
  table: (recordings) => timeTable(errorsContent(recordings)),
};
