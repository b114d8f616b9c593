import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { withTheory } from '../../charts/data/theory.ts';
import { withBefore } from '../../charts/data/before.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { useBefore, type ContentOf } from '../../charts/hooks/useBefore.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { switchOffMarks } from '../../charts/data/modes.ts';
import { chosenRun, isGrowing } from '../../charts/data/statistics.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../charts/data/words.ts';
import { bundle, runName, samplesOf } from './bundles.ts';
import type { PanelProps, PanelSpec } from './spec.ts';
import { theoryNow, useTheoryOf } from './theory.ts';

const THEORY = { id: 'margins' } as const;

/** What its words are of. */
export const MARGINS = 'Margins, smallest to largest';

export function marginsContent(
  recordings: readonly Recording[],
  run: number,
  variants: readonly Variant[] = [],
): TimeContent {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts ?? null;
  const labels = facts?.labels ?? [];
  const curves = (label: string, sign: 1 | -1, colour: 'positive' | 'negative', dash: 'solid' | 'dashed') =>
    bundle({
      label,
      colour,
      dash,
      width: 1.5,
      matrix: recording?.margins ?? new Float64Array(0),
      stride: facts?.n ?? 0,
      columns: samplesOf(labels, sign),
    });
  return {
    epochs: recording?.epochs ?? new Float64Array(0),
    count: facts && recording ? recording.length : 0,
    series: [curves('y = +1', 1, 'positive', 'solid'), curves('y = −1', -1, 'negative', 'dashed')].filter(
      (series) => series.columns.length > 0,
    ),
    axis: 'linear',
    valueLabel: 'margin y·f(x)',
    include: [],
    references: [{ value: 0, label: 'wrong class below 0' }],
    guide: null,
    ...(recording && { source: recording }),
    runs: runName(recordings, run, variants),
    growing: recording !== null && isGrowing([recording]),
    marks: switchOffMarks(recordings),
  };
}

function Margins({ recordings, variants, ghost, horizon }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const time = useView((view) => view.timeAxis);
  const run = useView((view) => view.run);
  const contentOf = useCallback<ContentOf>((before, others) => marginsContent(before, run, others), [run]);
  const before = useBefore(ghost, contentOf);
  const theory = useTheoryOf(THEORY, recordings, variants);
  const content = useMemo(
    () => withTheory(withBefore(marginsContent(recorded.recordings, run, variants), before), theory),
    [recorded, run, variants, before, theory],
  );
  return <TimeChart content={content} time={time} horizon={horizon} label={timeSummary(MARGINS, content)} />;
}

/** With the theory beside it, as things stand. */
export const marginsNow: typeof marginsContent = (recordings, run, variants) =>
  withTheory(marginsContent(recordings, run, variants), theoryNow(THEORY, recordings, variants));

export const marginsPanel: PanelSpec = {
  id: 'margins',
  title: 'Margins of the training points',
  size: 'normal',
  Component: Margins,
};
