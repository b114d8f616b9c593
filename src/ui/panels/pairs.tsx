import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import type { TimeContent } from '../../charts/content.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { createBands } from '../../charts/means.ts';
import type { Bands } from '../../charts/means.ts';
import { TimeChart } from '../../charts/TimeChart.tsx';
import { timeSummary } from '../../charts/words.ts';
import type { PanelProps } from './spec.ts';

/** A quantity of a pair: what it is called, and its content. */
export interface PairPart {
  readonly subject: string;
  readonly content: (recordings: readonly Recording[], bands: Bands) => TimeContent;
}

/** Two quantities of different units, one above the other over the same epochs: no chart has two value axes. */
export function Pair({
  recordings,
  horizon,
  parts,
}: PanelProps & { readonly parts: readonly PairPart[] }): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const [bands] = useState(createBands);
  const contents = useMemo(
    () => parts.map((part) => part.content(recorded.recordings, bands)),
    [parts, recorded, bands],
  );
  return (
    <div className="chart-pair">
      {contents.map((content, k) => (
        <TimeChart
          key={parts[k]!.subject}
          content={content}
          time={time}
          horizon={horizon}
          compact
          timeLabels={k === contents.length - 1}
          label={timeSummary(parts[k]!.subject, content)}
        />
      ))}
    </div>
  );
}
