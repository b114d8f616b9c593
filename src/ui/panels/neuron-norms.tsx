import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import type { TimeContent } from '../../charts/content.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { createBands, meansContent } from '../../charts/means.ts';
import type { Bands, Mean } from '../../charts/means.ts';
import { TimeChart } from '../../charts/TimeChart.tsx';
import { timeSummary, timeTable } from '../../charts/words.ts';
import { lawAxis } from './loss.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

const NORMS: readonly Mean[] = [
  { scalar: 'frobenius', label: 'all of W', colour: 'ink', dash: 'solid', width: 2 },
  { scalar: 'maxNeuronNorm', label: 'largest neuron', colour: 'series-4', dash: 'dashed', width: 2 },
  { scalar: 'minNeuronNorm', label: 'smallest neuron', colour: 'series-1', dash: 'dotted', width: 2 },
];

export const normsContent = (recordings: readonly Recording[], bands: Bands = createBands()): TimeContent =>
  meansContent(recordings, bands, NORMS, {
    axis: 'linear',
    valueLabel: 'Euclidean norm ‖·‖',
    include: [0],
    references: [],
    guide: null,
  });

function NeuronNorms({ recordings, horizon }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const [bands] = useState(createBands);
  const content = useMemo(() => normsContent(recorded.recordings, bands), [recorded, bands]);
  return (
    <TimeChart
      content={content}
      time={lawAxis(content, horizon)}
      horizon={horizon}
      label={timeSummary('Norms of the weights', content)}
    />
  );
}

export const neuronNormsPanel: PanelSpec = {
  id: 'neuron-norms',
  title: 'Norms of the weights',
  tex: String.raw`\min_r\lVert w_r\rVert_2,\quad\max_r\lVert w_r\rVert_2,\quad\lVert W\rVert_F=\Theta(\log t)`,
  explanation:
    'How long the weight vectors are, against log t, where growth like log t is a straight line. All neurons and the whole matrix grow like log t (Kou et al., Theorem 4.1(i)).',
  size: 'normal',
  Component: NeuronNorms,
  summary: (recordings) => timeSummary('Norms of the weights', normsContent(recordings)),
  table: (recordings) => timeTable(normsContent(recordings)),
};
