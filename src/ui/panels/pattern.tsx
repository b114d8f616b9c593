import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import type { TimeContent } from '../../charts/content.ts';
import { formatPercent, formatValue } from '../../charts/format.ts';
import { createBands, meanSeries, runsNote } from '../../charts/means.ts';
import type { Bands } from '../../charts/means.ts';
import { participants } from '../../charts/statistics.ts';
import { timeSummary, timeTable } from '../../charts/words.ts';
import { Pair } from './pairs.tsx';
import type { PairPart } from './pairs.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

export function agreementContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
): TimeContent {
  const taking = participants(recordings);
  return {
    epochs: taking.epochs,
    count: taking.count,
    series: [
      meanSeries(bands, taking, 'agreement', {
        label: 'signs equal to j·y',
        colour: 'accent',
        dash: 'solid',
        width: 2.25,
        format: formatPercent,
      }),
    ],
    axis: 'linear',
    valueLabel: 'signs equal to j·y',
    include: [0.5],
    references: [{ value: 1, label: 'all: 100 %' }],
    guide: null,
    percent: true,
    runs: runsNote(taking, recordings.length),
  };
}

export function flipsContent(recordings: readonly Recording[], bands: Bands = createBands()): TimeContent {
  const taking = participants(recordings);
  const format = (value: number): string => formatValue(value, 3);
  return {
    epochs: taking.epochs,
    count: taking.count,
    series: [
      meanSeries(bands, taking, 'flips', {
        label: 'flipped signs',
        colour: 'series-2',
        dash: 'solid',
        width: 2,
        format,
      }),
    ],
    axis: 'linear',
    valueLabel: 'signs flipped since the last recorded epoch',
    include: [0, 1],
    references: [],
    guide: null,
    runs: runsNote(taking, recordings.length),
  };
}

const PARTS: readonly PairPart[] = [
  { subject: 'Agreement of the activation pattern with j·y', content: agreementContent },
  { subject: 'Flips of the activation pattern', content: flipsContent },
];

function Pattern(props: PanelProps): ReactElement {
  return <Pair {...props} parts={PARTS} />;
}

export const patternPanel: PanelSpec = {
  id: 'pattern',
  title: 'When the pattern settles',
  tex: String.raw`\frac{1}{2mn}\,\bigl|\{(j,r,i):\operatorname{sign}\langle w_{j,r},x_i\rangle=j\,y_i\}\bigr|`,
  explanation:
    'How many neurons fire exactly for the points of their own class, and how many signs changed from one recorded epoch to the next. With leaky ReLU all agree from some epoch on and never change again (Kou et al., Lemma 5.6).',
  size: 'normal',
  Component: Pattern,
  summary: (recordings) =>
    PARTS.map((p) => timeSummary(p.subject, p.content(recordings, createBands()))).join(' '),
  table: (recordings) => timeTable(...PARTS.map((p) => p.content(recordings, createBands()))),
};
