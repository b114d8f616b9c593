import { useEffect, useMemo, type ReactElement } from 'react';
import { SliceChart } from '../../../charts/slice/SliceChart.tsx';
import { sliceLegend } from '../../../charts/slice/legend.ts';
import { axisLabels, sliceSummary, sliceTable } from '../../../charts/slice/words.ts';
import { chosenRun } from '../../../charts/data/statistics.ts';
import { Symbols } from '../../../charts/legend/Symbols.tsx';
import type { Recording } from '../../../engine/recording.ts';
import { sliceOf, useSlices, wantSlice, type Slice } from '../../../state/slices.ts';
import { useView } from '../../../state/view.ts';
import { runName } from '../bundles.ts';
import type { PanelProps, Told } from '../spec.ts';
import { DirectionChoices } from './DirectionChoices.tsx';

export function DecisionPanel({ recordings, variants = [] }: PanelProps): ReactElement {
  const run = useView((view) => view.run);
  const pair = useView((view) => view.slice);
  const version = useSlices((state) => state.version);
  const share = useSlices((state) => state.share);
  const recording = chosenRun(recordings, run);
  // Out of sight it is hidden, and its effects end.
  useEffect(() => (recording === null ? undefined : wantSlice({ recording, pair })), [recording, pair]);
  const slice = useMemo(
    () => (recording === null ? null : sliceOf({ recording, pair })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is kept beside a recording grows; its version says so
    [recording, pair, version],
  );
  const labels = recording?.facts?.labels;
  return (
    <div className="panel-stack">
      <div className="panel-bar">
        <DirectionChoices labels={labels} frame={slice?.kind === 'slice' ? slice.frame : null} />
        <span className="chart-aside">
          <Symbols text={runName(recordings, run, variants)} />
        </span>
      </div>
      {slice?.kind === 'slice' && labels ? (
        <SliceChart slice={slice} labels={labels} label={summary(recordings, run)} />
      ) : (
        <p className="panel-wait" role="status">
          {slice?.kind === 'none' ? `There is no such slice: ${slice.message}.` : waitingWords(share)}
        </p>
      )}
    </div>
  );
}

const waitingWords = (share: number | null): string => {
  if (share === null) return 'Computed once the runs in front are whole.';
  return share > 0 ? `Being computed… ${Math.floor(100 * share)} %` : 'Being computed…';
};

/** What there is of the chosen run, on the chosen slice. */
function shownNow(
  recordings: readonly Recording[],
  run: number,
): { readonly slice: Slice; readonly labels: Float64Array } | null {
  const recording = chosenRun(recordings, run);
  const labels = recording?.facts?.labels;
  if (!recording || !labels) return null;
  const slice = sliceOf({ recording, pair: useView.getState().slice });
  return slice?.kind === 'slice' ? { slice, labels } : null;
}

function summary(recordings: readonly Recording[], run = 0): string {
  const shown = shownNow(recordings, run);
  if (shown !== null) return sliceSummary(shown.slice, shown.labels);
  const hasEpoch = (chosenRun(recordings, run)?.length ?? 0) > 0;
  return `The decision on a plane of inputs: ${hasEpoch ? 'not computed yet; it is while the chart is in view' : 'nothing yet'}.`;
}

export const decisionTold: Told = {
  summary,
  table: (recordings, run = 0) => {
    const shown = shownNow(recordings, run);
    return shown === null ? { columns: [], count: 0, row: () => [] } : sliceTable(shown.slice, shown.labels);
  },
  picture: ({ recordings, view }) => {
    const shown = shownNow(recordings, view.run);
    if (shown === null) return null;
    const { frame } = shown.slice;
    return {
      layout: 'across',
      panes: [{ kind: 'slice', name: '', ...shown, axes: axisLabels(frame) }],
      valueLabel: '',
      legend: sliceLegend(frame),
      colours: null,
    };
  },
};
