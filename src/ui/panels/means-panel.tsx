import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { withTheory } from '../../charts/data/theory.ts';
import { withBefore } from '../../charts/data/before.ts';
import type { AxisKind, TimeContent } from '../../charts/data/content.ts';
import { useBands } from '../../charts/hooks/useBands.ts';
import { useBefore, type ContentOf } from '../../charts/hooks/useBefore.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands } from '../../charts/data/means.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../charts/data/words.ts';
import { AxisMultiples, useAxisMultiples } from './AxisMultiples.tsx';
import { MultiplesChoice } from './MultiplesChoice.tsx';
import type { ContentWith } from './panes.ts';
import type { PanelProps, PanelSpec } from './spec.ts';
import { askedOn, useTheoryOf, type Asked } from './theory.ts';

/** What a chart of means over the runs shows, of one mode or of all that are compared. */
export interface MeansPart {
  readonly subject: string;
  /** @param time how epochs are spaced, for what is spaced like them */
  readonly content: (
    recordings: readonly Recording[],
    bands?: Bands,
    variants?: readonly Variant[],
    time?: AxisKind,
  ) => TimeContent;
}

interface Drawn {
  readonly part: MeansPart;
  /** The chart on which the theory is drawn; null where there is none. */
  readonly asked: Asked | null;
}

function Means({ part, asked, ghost, horizon, ...shown }: PanelProps & Drawn): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const time = useView((view) => view.timeAxis);
  const bands = useBands();
  const contentOf = useCallback<ContentOf>(
    (recordings, variants) => part.content(recordings, createBands(), variants, time),
    [part, time],
  );
  const before = useBefore(ghost, contentOf);
  const theory = useTheoryOf(asked, shown.recordings, shown.variants);
  const content = useMemo(
    () => withTheory(withBefore(part.content(grown.recordings, bands, grown.variants, time), before), theory),
    [part, grown, bands, before, time, theory],
  );
  return (
    <TimeChart content={content} time={time} horizon={horizon} label={timeSummary(part.subject, content)} />
  );
}

/** One chart, or on the stage one for each value of the second axis. */
function MeansOrMultiples({ part, asked, ...shown }: PanelProps & Drawn): ReactElement {
  const [stack, multiples] = useAxisMultiples(shown.points);
  const time = useView((view) => view.timeAxis);
  const contentOf = useCallback<ContentWith>((...of) => part.content(...of, time), [part, time]);
  if (!multiples.possible) return <Means {...shown} part={part} asked={asked} />;
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
          contentOf={contentOf}
          stacked={multiples.stacked}
        />
      ) : (
        <Means {...shown} part={part} asked={asked} />
      )}
    </div>
  );
}

/** The chart of a panel of means. @param asked the chart on which the theory is drawn; null where there is none */
export const meansChart = (part: MeansPart, asked: Asked | null) =>
  function MeansChart(props: PanelProps): ReactElement {
    return <MeansOrMultiples {...props} part={part} asked={asked} />;
  };

/** A panel of means over the runs. */
export function meansPanel(spec: Pick<PanelSpec, 'id' | 'title' | 'size'>, part: MeansPart): PanelSpec {
  return { ...spec, Component: meansChart(part, askedOn(spec.id)) };
}
