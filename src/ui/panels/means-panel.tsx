import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { withBefore } from '../../charts/data/before.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { useBands } from '../../charts/hooks/useBands.ts';
import { useBefore, type ContentOf } from '../../charts/hooks/useBefore.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands } from '../../charts/data/means.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary, timeTable } from '../../charts/data/words.ts';
import { AxisMultiples, useAxisMultiples } from './AxisMultiples.tsx';
import { MultiplesChoice } from './MultiplesChoice.tsx';
import { panesPicture } from './pictures.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

/** What a chart of means over the runs shows, of one mode or of all that are compared. */
export interface MeansPart {
  readonly subject: string;
  readonly content: (
    recordings: readonly Recording[],
    bands?: Bands,
    variants?: readonly Variant[],
  ) => TimeContent;
}

function Means({ part, ghost, horizon, ...shown }: PanelProps & { readonly part: MeansPart }): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const time = useView((view) => view.timeAxis);
  const bands = useBands();
  const contentOf = useCallback<ContentOf>(
    (recordings, variants) => part.content(recordings, createBands(), variants),
    [part],
  );
  const before = useBefore(ghost, contentOf);
  const content = useMemo(
    () => withBefore(part.content(grown.recordings, bands, grown.variants), before),
    [part, grown, bands, before],
  );
  return (
    <TimeChart content={content} time={time} horizon={horizon} label={timeSummary(part.subject, content)} />
  );
}

/** One chart, or on the stage one for each value of the second axis. */
function MeansOrMultiples({ part, ...shown }: PanelProps & { readonly part: MeansPart }): ReactElement {
  const [stack, multiples] = useAxisMultiples(shown.points);
  if (!multiples.possible) return <Means {...shown} part={part} />;
  return (
    <div className="panel-stack" ref={stack}>
      {multiples.offered && (
        <div className="panel-bar">
          <MultiplesChoice all={multiples.shown} />
        </div>
      )}
      {multiples.shown ? (
        <AxisMultiples
          shown={shown}
          subject={part.subject}
          contentOf={part.content}
          stacked={multiples.stacked}
        />
      ) : (
        <Means {...shown} part={part} />
      )}
    </div>
  );
}

/** A panel of means over the runs. */
export function meansPanel(
  spec: Pick<PanelSpec, 'id' | 'title' | 'tex' | 'explanation' | 'size'>,
  part: MeansPart,
): PanelSpec {
  return {
    ...spec,
    Component: (props: PanelProps) => <MeansOrMultiples {...props} part={part} />,
    summary: (recordings, _run, variants) =>
      timeSummary(part.subject, part.content(recordings, createBands(), variants)),
    table: (recordings, _run, variants, kind) =>
      timeTable(part.content(recordings, createBands(kind), variants)),
    picture: (request) => {
      return panesPicture(part.content, request);
    },
  };
}
