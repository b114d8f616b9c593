import { momentInWords } from '../../../charts/data/moment.ts';
import { useEffect, useMemo, type ReactElement } from 'react';
import { formatCount, formatValue } from '../../../charts/data/format.ts';
import { chosenRun } from '../../../charts/data/statistics.ts';
import type { Table } from '../../../charts/data/words.ts';
import { SamplesChart } from '../../../charts/samples/SamplesChart.tsx';
import { LIMIT_PROBES } from '../../../core/probe/quantities.ts';
import type { SolvedLimit } from '../../../core/limit/report.ts';
import type { Recording } from '../../../engine/recording.ts';
import { probedOf, useProbes, wantProbes } from '../../../state/probes.ts';
import { useView } from '../../../state/view.ts';
import { Symbols } from '../../parts/Symbols.tsx';
import { runName } from '../bundles.ts';
import { NO_LEGEND } from '../pictures.ts';
import type { PanelProps, Told } from '../spec.ts';
import { decisions, limitOf, multipliers } from './limit-points.ts';
import { assumptionWords, cautionOf, limitsInWords, ratioWords, TOO_LARGE } from './limit-words.ts';
import { waitingFor } from './probe-chart.tsx';

/** λ of each sample, and the line that the limit decides by; of a single run, at its last epoch. */
export function LimitPointsPanel({ recordings, variants }: PanelProps): ReactElement {
  const version = useProbes((state) => state.version);
  const share = useProbes((state) => state.share);
  const run = useView((view) => view.run);
  // Out of sight it is hidden, and its effects end.
  useEffect(() => wantProbes(LIMIT_PROBES), []);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what was measured is kept beside the recordings
  const limit = useMemo(() => limitOf(recordings, run), [recordings, run, version]);
  const contents = useMemo(() => limit && [multipliers(limit), decisions(limit)], [limit]);
  if (limit === null || contents === null) {
    return (
      <p className="panel-wait" role="status">
        {whyNone(recordings, run)} {share !== null && share > 0 && `${Math.floor(100 * share)} %`}
      </p>
    );
  }
  const label = summary(recordings, run);
  return (
    <div className="panel-stack">
      <p className="chart-aside">
        <Symbols
          text={[runName(recordings, run, variants), cautionOf(limit) || ratioWords(limit)]
            .filter((part) => part !== '')
            .join(': ')}
        />
      </p>
      <div className="samples-pair">
        {contents.map((content) => (
          <SamplesChart key={content.valueLabel} content={content} label={label} />
        ))}
      </div>
    </div>
  );
}

function whyNone(recordings: readonly Recording[], run: number): string {
  const recording = chosenRun(recordings, run);
  const limit = recording ? (probedOf(recording)?.limit ?? null) : null;
  return limit === null
    ? (waitingFor(recordings, LIMIT_PROBES, TOO_LARGE) ?? 'Being measured…')
    : limitsInWords([limit]);
}

function summary(recordings: readonly Recording[], run = 0): string {
  const limit = limitOf(recordings, run);
  const recording = chosenRun(recordings, run);
  if (limit === null || !recording) return 'The limit of each point: nothing yet.';
  const { lambda } = limit;
  const at = momentInWords(recording.epochs[recording.length - 1]!);
  const [least, most] = [lambda.reduce((a, b) => Math.min(a, b)), lambda.reduce((a, b) => Math.max(a, b))];
  const words = [ratioWords(limit), assumptionWords(limit), cautionOf(limit)].filter((text) => text !== '');
  return `The limit of the pattern at ${at}: λ from ${formatValue(least, 3)} to ${formatValue(most, 3)} over ${lambda.length} points. ${words.join(' ')}`;
}

function columnsOf(limit: SolvedLimit): readonly (readonly [string, Float64Array])[] {
  const { lambda, ownLambda, margins, theorem } = limit;
  return [
    ['λ', lambda],
    ['λ by ρ', ownLambda],
    ['margin', margins],
    ...(theorem === null ? [] : [['y⟨z, x⟩', theorem.decision] as const]),
    ...(theorem?.best ? [['y⟨z*, x⟩', theorem.best] as const] : []),
  ];
}

/** A row a sample. */
function table(recordings: readonly Recording[], run = 0): Table {
  const limit = limitOf(recordings, run);
  const columns = limit === null ? [] : columnsOf(limit);
  return {
    columns: ['point', 'y', ...columns.map(([name]) => name)],
    count: limit?.labels.length ?? 0,
    row: (i) => [
      formatCount(i + 1),
      limit!.labels[i]! > 0 ? '+1' : '−1',
      ...columns.map(([, values]) => (Number.isNaN(values[i]!) ? '–' : formatValue(values[i]!, 5))),
    ],
  };
}

export const limitPointsTold: Told = {
  summary,
  table,
  picture: ({ recordings, view }) => {
    const limit = limitOf(recordings, view.run);
    if (limit === null) return null;
    return {
      layout: 'across',
      panes: [multipliers(limit), decisions(limit)].map((content) => ({
        kind: 'samples',
        name: content.valueLabel,
        content,
      })),
      valueLabel: '',
      legend: NO_LEGEND,
      colours: null,
    };
  },
};
