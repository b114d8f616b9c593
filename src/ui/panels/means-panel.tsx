import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import type { TimeContent } from '../../charts/content.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { createBands } from '../../charts/means.ts';
import type { Bands } from '../../charts/means.ts';
import type { AxisKind } from '../../charts/scales.ts';
import { TimeChart } from '../../charts/TimeChart.tsx';
import { timeSummary, timeTable } from '../../charts/words.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

/** What a chart of means over the runs shows, of one mode or of all that are compared. */
interface MeansPart {
  readonly subject: string;
  readonly content: (
    recordings: readonly Recording[],
    bands?: Bands,
    variants?: readonly Variant[],
  ) => TimeContent;
  /** Its laws in t ask for a logarithmic time axis; false when absent. */
  readonly law?: boolean;
}

/** Laws in t are straight lines on a logarithmic time axis; with a handful of epochs there is no room for one. */
export const lawAxis = (content: TimeContent, horizon: number | undefined): AxisKind =>
  Math.max(horizon ?? 0, content.epochs[content.count - 1] ?? 0) < 4 ? 'linear' : 'log';

function Means({ part, horizon, ...shown }: PanelProps & { readonly part: MeansPart }): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const time = useView((view) => view.timeAxis);
  const [bands] = useState(createBands);
  const content = useMemo(() => part.content(grown.recordings, bands, grown.variants), [part, grown, bands]);
  return (
    <TimeChart
      content={content}
      time={part.law === true ? lawAxis(content, horizon) : time}
      horizon={horizon}
      label={timeSummary(part.subject, content)}
    />
  );
}

/** A panel of means over the runs. */
export function meansPanel(
  spec: Pick<PanelSpec, 'id' | 'title' | 'tex' | 'explanation' | 'size'>,
  part: MeansPart,
): PanelSpec {
  return {
    ...spec,
    Component: (props: PanelProps) => <Means {...props} part={part} />,
    summary: (recordings, _run, variants) =>
      timeSummary(part.subject, part.content(recordings, createBands(), variants)),
    table: (recordings, _run, variants) => timeTable(part.content(recordings, createBands(), variants)),
  };
}
