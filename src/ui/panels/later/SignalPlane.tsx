import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { SignalPlane } from '../../../charts/plane/SignalPlane.tsx';
import { useView } from '../../../state/view.ts';
import { formatValue } from '../../../charts/data/format.ts';
import { momentInWords } from '../../../charts/data/moment.ts';
import { useGrown } from '../../../charts/hooks/useGrown.ts';
import { frontVariant, isCompared, lookOf } from '../../../charts/data/looks.ts';
import type { TrailRun } from '../../../charts/plane/TrailPane.tsx';
import { chosenRun } from '../../../charts/data/statistics.ts';
import { planeExtent } from '../../../charts/plane/trails.ts';
import { tableOf, type Table } from '../../../charts/data/words.ts';
import { frontName, joined, runName } from '../bundles.ts';
import type { LegendContent } from '../../../charts/legend/legend.ts';
import type { PanelProps, Told } from '../spec.ts';

const format = (value: number): string => formatValue(value, 3);

/** The chosen run of each compared point, or of the only one. */
export function trailRuns(
  recordings: readonly Recording[],
  run: number,
  variants: readonly Variant[] = [],
): TrailRun[] {
  const trailOf = (own: readonly Recording[]): Pick<TrailRun, 'recording' | 'version'> => {
    const recording = chosenRun(own, run);
    return { recording, version: recording?.version ?? 0 };
  };
  if (!isCompared(variants)) {
    return [{ ...trailOf(recordings), look: null, name: runName(recordings, run), front: true }];
  }
  const front = frontVariant(variants, recordings);
  return variants.map((variant) => {
    const look = lookOf(variant);
    const name = joined(look.label, runName(variant.recordings, run));
    return { ...trailOf(variant.recordings), look, name, front: variant === front };
  });
}

export function SignalPlanePanel(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const run = useView((view) => view.run);
  const { runs, extent } = useMemo(() => {
    const all = trailRuns(grown.recordings, run, grown.variants);
    return { runs: all, extent: planeExtent(all.flatMap(({ recording }) => recording ?? [])) };
  }, [grown, run]);
  return <SignalPlane runs={runs} extent={extent} label={summary(grown.recordings, run, grown.variants)} />;
}

/** The neuron of each class with the most signal: its row, its signal and its noise at a snapshot. */
function leaders(recording: Recording, index: number): { signal: number; noise: number }[] {
  const { facts, snapshots } = recording;
  const learned = snapshots[index]?.neurons;
  if (!facts || !learned) return [];
  const found = [
    { signal: -Infinity, noise: 0 },
    { signal: -Infinity, noise: 0 },
  ];
  facts.shape.rows.forEach((row, at) => {
    const half = row < facts.neurons / 2 ? 0 : 1;
    const signal = Math.abs(learned.signal[at]!);
    if (signal > found[half]!.signal) found[half] = { signal, noise: learned.noise[at]! };
  });
  return found;
}

const summary: Told['summary'] = (recordings, run = 0, variants = []) => {
  const recording = chosenRun(recordings, run);
  const last = recording?.snapshots.at(-1);
  const [positive, negative] = recording ? leaders(recording, recording.snapshots.length - 1) : [];
  if (!last || !positive || !negative) return 'Signal and noise of each neuron: nothing yet.';
  const words = (name: string, { signal, noise }: { signal: number; noise: number }): string =>
    `the ${name} neuron with the most signal has ${format(signal)} of it and noise ${format(noise)}`;
  const point = frontName(recordings, variants);
  return `Signal and noise of each neuron${point && `, ${point}`}, at ${momentInWords(last.epoch)}: ${words('+1', positive)}; ${words('−1', negative)}.`;
};

const COLUMNS = ['signal, +1 neuron', 'its noise', 'signal, −1 neuron', 'its noise'];

function table(recordings: readonly Recording[], run = 0): Table {
  const recording = chosenRun(recordings, run);
  const snapshots = recording?.snapshots ?? [];
  const epochs = snapshots.map(({ epoch }) => epoch);
  return tableOf(COLUMNS, epochs, epochs.length, (index) =>
    leaders(recording!, index).flatMap(({ signal, noise }) => [format(signal), format(noise)]),
  );
}

export const signalPlaneTold: Told = {
  summary,
  table,
  picture: ({ recordings, variants, view }) => {
    const runs = trailRuns(recordings, view.run, variants).filter(({ recording }) => recording !== null);
    if (runs.length === 0) return null;
    const extent = planeExtent(runs.flatMap(({ recording }) => recording ?? []));
    return {
      layout: 'across',
      panes: runs.map((run) => ({ kind: 'plane', name: run.name, run, extent })),
      valueLabel: '',
      legend: CLASSES,
      colours: null,
    };
  },
};

/** How the neurons of each class are drawn. */
const CLASSES: LegendContent = {
  title: '',
  entries: [
    { label: '+1 neurons', colour: 'positive', dash: 'solid', width: 1.5, marker: 'disc' },
    { label: '−1 neurons', colour: 'negative', dash: 'dashed', width: 1.5, marker: 'diamond' },
  ],
};
