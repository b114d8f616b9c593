import type { ReactElement } from 'react';
import { comparedContent } from '../../../charts/data/compared.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { createBands } from '../../../charts/data/means.ts';
import type { Bands } from '../../../charts/data/means.ts';
import { probeMean } from '../../../charts/data/probed.ts';
import { LIMIT_PROBES } from '../../../core/probe/quantities.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { probedOf, useProbes } from '../../../state/probes.ts';
import type { MeansPart } from '../means-panel.tsx';
import type { PanelProps } from '../spec.ts';
import { limitsInWords, TOO_LARGE } from './limit-words.ts';
import { probeChart } from './probe-chart.tsx';

const ANGLE = probeMean('limitAngle', 'gradientNorm', {
  label: 'angle to the limit',
  colour: 'accent',
  dash: 'solid',
  width: 2.25,
});
const STATIONARITY = probeMean('kktStationarity', 'gradientNorm', {
  label: 'KKT: part of W',
  colour: 'series-2',
  dash: 'dashed',
  width: 2,
});
const SLACK = probeMean('kktComplementarity', 'gradientNorm', {
  label: 'KKT: slack of margins',
  colour: 'ink-soft',
  dash: 'dotted',
  width: 2,
});

export const limitContent = (
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent =>
  comparedContent(
    recordings,
    variants,
    bands,
    [ANGLE, STATIONARITY, SLACK],
    {
      axis: 'log',
      valueLabel: variants.length > 1 ? 'angle to the limit, radians' : 'radians; shares of ‖W‖ and of Σλ',
      include: [],
      references: [],
      guide: null,
    },
    [ANGLE],
  );

export const limitPart: MeansPart = { subject: 'Distance from the limit', content: limitContent };

const Distances = probeChart(limitPart, LIMIT_PROBES, TOO_LARGE);

/** With a line on what the limit is, or why there is none. */
export function LimitPanel(shown: PanelProps): ReactElement {
  useProbes((state) => state.version);
  const words = limitsInWords(shown.recordings.flatMap((recording) => probedOf(recording)?.limit ?? []));
  return (
    <div className="panel-stack">
      {words !== '' && <p className="chart-aside">{words}</p>}
      <Distances {...shown} />
    </div>
  );
}
