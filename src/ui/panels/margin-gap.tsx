import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import type { TimeContent } from '../../charts/content.ts';
import { createBands, meanSeries, runsNote } from '../../charts/means.ts';
import type { Bands } from '../../charts/means.ts';
import { participants } from '../../charts/statistics.ts';
import { timeSummary, timeTable } from '../../charts/words.ts';
import { Pair } from './pairs.tsx';
import type { PairPart } from './pairs.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

export function marginGapContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
): TimeContent {
  const taking = participants(recordings);
  return {
    epochs: taking.epochs,
    count: taking.count,
    series: [
      meanSeries(bands, taking, 'marginGap', {
        label: 'margin gap ÷ ‖W‖',
        colour: 'accent',
        dash: 'solid',
        width: 2.25,
      }),
    ],
    axis: 'linear',
    valueLabel: 'largest difference of two margins, divided by ‖W‖',
    include: [0],
    references: [],
    guide: null,
    runs: runsNote(taking, recordings.length),
  };
}

export function lossRatioContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
): TimeContent {
  const taking = participants(recordings);
  return {
    epochs: taking.epochs,
    count: taking.count,
    series: [
      meanSeries(bands, taking, 'lossRatio', {
        label: 'ratio of slopes ℓ′',
        colour: 'series-2',
        dash: 'solid',
        width: 2,
      }),
    ],
    axis: 'linear',
    valueLabel: 'largest ratio of two loss slopes ℓ′',
    include: [],
    references: [{ value: 1, label: 'all equal: 1' }],
    guide: null,
    runs: runsNote(taking, recordings.length),
  };
}

const PARTS: readonly PairPart[] = [
  { subject: 'Normalised margin gap', content: marginGapContent },
  { subject: 'Largest loss ratio', content: lossRatioContent },
];

function MarginGap(props: PanelProps): ReactElement {
  return <Pair {...props} parts={PARTS} />;
}

export const marginGapPanel: PanelSpec = {
  id: 'margin-gap',
  title: 'Do all points end up equally safe?',
  tex: String.raw`\max_{i,k}\frac{|q_i-q_k|}{\lVert W\rVert_F},\qquad \max_{i,k}\frac{\ell'(q_i)}{\ell'(q_k)}`,
  explanation:
    'The difference between the safest and the least safe training point, measured against the size of W, and how unequally points pull on the weights. The gap goes to 0 (Kou et al., Theorem 4.1(iii)); the ratio stays below a constant (Frei et al., Lemma E.4).',
  size: 'normal',
  Component: MarginGap,
  summary: (recordings) =>
    PARTS.map((p) => timeSummary(p.subject, p.content(recordings, createBands()))).join(' '),
  table: (recordings) => timeTable(...PARTS.map((p) => p.content(recordings, createBands()))),
};
