import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { beforeOf, withBefore } from '../../charts/data/before.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { useBands } from '../../charts/hooks/useBands.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { createBands, meansContent } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { frontName, joined } from './bundles.ts';
import { timeSummary } from '../../charts/data/words.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

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
): TimeContent[] => parts.map(({ mean, rest }) => meansContent(recordings, bands, [mean], rest));

/** Two quantities of different units, one above the other over the same epochs: no chart has two value axes. */
function Pair({
  recordings,
  variants = [],
  ghost,
  horizon,
  parts,
}: PanelProps & { readonly parts: readonly PairPart[] }): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const bands = useBands();
  const before = useMemo(
    () => ghost && pairContents(parts, ghost.recordings).map((content) => beforeOf(content, ghost.what)),
    [parts, ghost],
  );
  const contents = useMemo(() => {
    const mode = frontName(recorded.recordings, variants);
    return pairContents(parts, recorded.recordings, bands).map((content, k) =>
      withBefore({ ...content, runs: joined(mode, content.runs) }, before?.[k] ?? null),
    );
  }, [parts, recorded, bands, variants, before]);
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

/** A panel of two quantities. */
export function pairPanel(spec: Pick<PanelSpec, 'id' | 'title'>, parts: readonly PairPart[]): PanelSpec {
  return {
    ...spec,
    size: 'normal',
    Component: (props: PanelProps) => <Pair {...props} parts={parts} />,
  };
}
