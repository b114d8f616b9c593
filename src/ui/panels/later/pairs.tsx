import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../../engine/recording.ts';
import { useView } from '../../../state/view.ts';
import { beforeOf, withBefore } from '../../../charts/data/before.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import { useBands } from '../../../charts/hooks/useBands.ts';
import { useRecorded } from '../../../charts/hooks/useRecorded.ts';
import { inTime } from '../../../charts/data/moment.ts';
import { withTheory, type Theory } from '../../../charts/data/theory.ts';
import { createBands, meansContent } from '../../../charts/data/means.ts';
import type { Bands, Mean } from '../../../charts/data/means.ts';
import { TimeChart } from '../../../charts/time/TimeChart.tsx';
import { frontName, joined } from '../bundles.ts';
import { timeSummary } from '../../../charts/data/words.ts';
import type { PanelProps } from '../spec.ts';
import { useTheoryOf, type Asked } from '../theory.ts';

/** A quantity of a pair: what it is called, the mean that is drawn, and the rest of its chart. */
export interface PairPart {
  readonly subject: string;
  readonly mean: Mean;
  readonly rest: Parameters<typeof meansContent>[3];
}

/** The charts of a pair. */
export const pairContents = (
  parts: readonly PairPart[],
  recordings: readonly Recording[],
  bands: Bands = createBands(),
): TimeContent[] =>
  parts.map(({ mean, rest }) =>
    meansContent(recordings, bands, [mean], { ...rest, valueLabel: inTime(rest.valueLabel) }),
  );

/** With the theory, which is about the upper one. */
export const withTheoryAbove = (contents: readonly TimeContent[], theory: Theory | null): TimeContent[] =>
  contents.map((content, k) => (k === 0 ? withTheory(content, theory) : content));

/** Two quantities of different units, one above the other over the same epochs: no chart has two value axes. */
function Pair({
  recordings,
  variants = [],
  ghost,
  horizon,
  parts,
  asked,
}: PanelProps & {
  readonly parts: readonly PairPart[];
  readonly asked: Asked | null;
}): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const bands = useBands();
  const before = useMemo(
    () => ghost && pairContents(parts, ghost.recordings).map((content) => beforeOf(content, ghost.what)),
    [parts, ghost],
  );
  const theory = useTheoryOf(asked, recordings, variants);
  const contents = useMemo(() => {
    const mode = frontName(recorded.recordings, variants);
    const recent = pairContents(parts, recorded.recordings, bands).map((content, k) =>
      withBefore({ ...content, runs: joined(mode, content.runs) }, before?.[k] ?? null),
    );
    return withTheoryAbove(recent, theory);
  }, [parts, recorded, bands, variants, before, theory]);
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

/** The chart of two quantities. @param asked the chart on which the theory is drawn; null where there is none */
export const pairChart = (parts: readonly PairPart[], asked: Asked | null) =>
  function PairChart(props: PanelProps): ReactElement {
    return <Pair {...props} parts={parts} asked={asked} />;
  };
