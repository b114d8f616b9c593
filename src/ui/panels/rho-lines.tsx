import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { withBefore } from '../../charts/data/before.ts';
import type { LineSeries, TimeContent } from '../../charts/data/content.ts';
import { formatValue } from '../../charts/data/format.ts';
import { useBefore, type ContentOf } from '../../charts/hooks/useBefore.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { switchOffMarks } from '../../charts/data/modes.ts';
import { chosenRun, isGrowing } from '../../charts/data/statistics.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../charts/data/words.ts';
import { bundle, runName, samplesOf } from './bundles.ts';
import { emptyTracks, rhoTracks } from './rho-tracks.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

/** What its words are of. */
export const RHO_LINES = 'Coefficients ρ';

export function rhoLinesContent(
  recordings: readonly Recording[],
  run: number,
  variants: readonly Variant[] = [],
): TimeContent {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts ?? null;
  const tracks = recording && facts ? rhoTracks(recording, facts) : emptyTracks();
  const shown = facts?.shape.columns ?? new Int32Array(0);
  const labels = Array.from(shown, (i) => facts!.labels[i]!);
  const k = shown.length;
  const means = (label: string, sign: 1 | -1, other: boolean) =>
    bundle({
      label,
      colour: sign > 0 ? 'positive' : 'negative',
      dash: sign > 0 ? 'solid' : 'dashed',
      width: 1.5,
      matrix: tracks.means,
      stride: 2 * k,
      columns: samplesOf(labels, sign).map((c) => (other ? k + c : c)),
    });
  const extreme = (label: string, values: Float64Array): LineSeries => ({
    kind: 'line',
    label,
    colour: 'ink-soft',
    dash: 'dotted',
    width: 2,
    values,
    band: null,
    read: (index) => formatValue(values[index]!, 3),
  });
  return {
    epochs: tracks.epochs,
    count: tracks.count,
    series: [
      means('ρ̄, y = +1', 1, false),
      means('ρ̄, y = −1', -1, false),
      means('ρ̲, y = +1', 1, true),
      means('ρ̲, y = −1', -1, true),
      extreme('max ρ', tracks.largest),
      extreme('min ρ', tracks.smallest),
    ].filter((series) => series.kind === 'line' || series.columns.length > 0),
    axis: 'linear',
    valueLabel: 'mean ρ of each point',
    include: [0],
    references: [],
    guide: null,
    runs: runName(recordings, run, variants),
    growing: recording !== null && isGrowing([recording]),
    marks: switchOffMarks(recordings),
  };
}

function RhoLines({ recordings, variants, ghost, horizon }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const run = useView((view) => view.run);
  const contentOf = useCallback<ContentOf>((before, others) => rhoLinesContent(before, run, others), [run]);
  const before = useBefore(ghost, contentOf);
  const content = useMemo(
    () => withBefore(rhoLinesContent(recorded.recordings, run, variants), before),
    [recorded, run, variants, before],
  );
  return (
    <TimeChart content={content} time={time} horizon={horizon} label={timeSummary(RHO_LINES, content)} />
  );
}

export const rhoLinesPanel: PanelSpec = {
  id: 'rho-lines',
  title: 'How the coefficients grow',
  size: 'normal',
  Component: RhoLines,
};
