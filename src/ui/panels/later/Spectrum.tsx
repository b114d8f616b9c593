import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../../engine/recording.ts';
import { useView } from '../../../state/view.ts';
import { formatValue, NOT_THERE } from '../../../charts/data/format.ts';
import { momentInWords } from '../../../charts/data/moment.ts';
import { useRecorded } from '../../../charts/hooks/useRecorded.ts';
import { Spectrum } from '../../../charts/spectrum/Spectrum.tsx';
import { chosenRun } from '../../../charts/data/statistics.ts';
import { tableOf, type Table } from '../../../charts/data/words.ts';
import { Symbols } from '../../parts/Symbols.tsx';
import { ViewChoice } from '../../parts/ViewChoice.tsx';
import { runName } from '../bundles.ts';
import { NO_LEGEND } from '../pictures.ts';
import type { PanelProps, Told } from '../spec.ts';

/** Singular values listed in the table. */
const LISTED = 5;

const spectra = (recordings: readonly Recording[], run: number) =>
  (chosenRun(recordings, run)?.snapshots ?? []).filter((snapshot) => snapshot.singularValues.length > 0);

export function SpectrumPanel({ recordings, variants }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const run = useView((view) => view.run);
  const axis = useView((view) => view.spectrumAxis);
  const snapshots = useMemo(() => spectra(recorded.recordings, run), [recorded, run]);
  return (
    <div className="panel-stack">
      <div className="panel-bar">
        <ViewChoice
          of="spectrumAxis"
          legend="Axis of the singular values"
          labels={{ linear: 'linear', log: 'log' }}
        />
        <span className="chart-aside">
          <Symbols text={runName(recorded.recordings, run, variants)} />
        </span>
      </div>
      <Spectrum snapshots={snapshots} axis={axis} label={summary(recorded.recordings, run)} />
    </div>
  );
}

function summary(recordings: readonly Recording[], run = 0): string {
  const all = spectra(recordings, run);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return 'Singular values of W: nothing yet.';
  const list = (values: Float64Array): string =>
    Array.from(values.subarray(0, 3), (value) => formatValue(value, 3)).join(', ');
  return `Leading singular values of W: ${list(first.singularValues)} at ${momentInWords(first.epoch)}; ${list(last.singularValues)} at ${momentInWords(last.epoch)}.`;
}

function table(recordings: readonly Recording[], run = 0): Table {
  const all = spectra(recordings, run);
  const epochs = all.map((snapshot) => snapshot.epoch);
  const width = Math.min(
    LISTED,
    all.reduce((most, s) => Math.max(most, s.singularValues.length), 0),
  );
  const places = Array.from({ length: width }, (_, k) => k);
  return tableOf(
    places.map((k) => `σ${'₁₂₃₄₅'[k]!}`),
    epochs,
    epochs.length,
    (index) =>
      places.map((k) => {
        const value = all[index]!.singularValues[k];
        return value === undefined ? NOT_THERE : formatValue(value, 3);
      }),
  );
}

export const spectrumTold: Told = {
  summary,
  table,
  picture: ({ recordings, view }) => {
    const snapshots = spectra(recordings, view.run);
    if (snapshots.length === 0) return null;
    return {
      layout: 'across',
      panes: [{ kind: 'spectrum', name: '', snapshots, axis: view.spectrumAxis }],
      valueLabel: 'singular value; outlines: at the start',
      legend: NO_LEGEND,
      colours: null,
    };
  },
};
