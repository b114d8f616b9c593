import type { ReactElement } from 'react';
import { StillChart } from '../still/StillChart.tsx';
import type { SamplesContent } from './content.ts';
import { drawSamples } from './drawSamples.ts';
import { samplesGeometry, samplesMarks } from './geometry.ts';
import './samples.css';

interface SamplesChartProps {
  readonly content: SamplesContent;
  readonly label: string;
}

/** A number of each sample. */
export const SamplesChart = ({ content, label }: SamplesChartProps): ReactElement => (
  <StillChart
    content={content}
    valueLabel={content.valueLabel}
    label={label}
    geometryOf={samplesGeometry}
    marksOf={samplesMarks}
    draw={drawSamples}
  />
);
