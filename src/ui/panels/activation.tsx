import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { mixed, mixedRamp } from '../../charts/scales/colours.ts';
import { formatCount, formatPercent } from '../../charts/data/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { flippedCells, paintShares, stripMeans } from '../../charts/matrix/cells.ts';
import type { PatternRamps } from '../../charts/matrix/cells.ts';
import { MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import { matrixOrder } from '../../charts/matrix/order.ts';
import type { RowOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixPicture } from '../../charts/matrix/picture.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import { runName } from './bundles.ts';
import { blockSummary, blockTable } from './matrix-means.ts';
import { RowChoice } from './RowChoice.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** Share of the class's hue in a silent cell. */
const SILENT = 0.14;

function activationPicture(
  recordings: readonly Recording[],
  run: number,
  rowOrder: RowOrder,
  ramps: PatternRamps,
): MatrixPicture | null {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  if (!facts || snapshots.length === 0) return null;
  const order = matrixOrder(facts, rowOrder, snapshots);
  const marked = (index: number): readonly number[] =>
    index === 0 ? [] : flippedCells(snapshots[index - 1]!.active, snapshots[index]!.active, order);
  return {
    facts,
    order,
    snapshots,
    paint: (pixels, index, rows, columns) => {
      const shares = stripMeans(snapshots[index]!.active, order, rows, columns);
      paintShares(pixels, shares, rows.split * columns.count, ramps);
    },
    marked,
    read: (index, entries) => firing(meanOf(snapshots[index]!.active, entries)),
    note: (index) => {
      if (index === 0) return '';
      const count = marked(index).length;
      const since = formatCount(snapshots[index - 1]!.epoch);
      return `${formatCount(count)} ${count === 1 ? 'flip' : 'flips'} since epoch ${since}`;
    },
  };
}

/** A neuron fires or is silent; of several, a share does. */
function firing(share: number): string {
  if (share === 0) return 'silent';
  return share === 1 ? 'fires' : `${formatPercent(share)} fire`;
}

function Activation({ recordings, variants }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const palette = usePalette();
  const run = useView((view) => view.run);
  const rows = useView((view) => view.rows);
  const ramps = useMemo((): PatternRamps => {
    const ramp = (name: 'positive' | 'negative') =>
      mixedRamp(mixed(palette.rgb('card'), palette.rgb(name), SILENT), palette.rgb(name));
    return { positive: ramp('positive'), negative: ramp('negative') };
  }, [palette]);
  const picture = useMemo(
    () => activationPicture(recorded.recordings, run, rows, ramps),
    [recorded, run, rows, ramps],
  );

  return (
    <MatrixChart
      picture={picture}
      label={summary(recorded.recordings, run)}
      run={runName(recorded.recordings, run, variants)}
      tools={<RowChoice />}
      legend={({ sharesPixels }) => (
        <>
          <PatternKey label="fires, ⟨w, x⟩ ≥ 0" share={1} />
          {sharesPixels && <PatternKey label="half of them fire" share={0.5} />}
          <PatternKey label="silent" share={0} />
          <span>
            <span className="matrix-swatch matrix-swatch-flip" />
            just flipped
          </span>
        </>
      )}
    />
  );
}

/** A share of firing neurons, in the colour of each class. */
function PatternKey({ label, share }: { readonly label: string; readonly share: number }): ReactElement {
  const hue = 100 * (SILENT + (1 - SILENT) * share);
  return (
    <span>
      {(['positive', 'negative'] as const).map((name) => (
        <span
          key={name}
          className="matrix-swatch"
          style={{ background: `color-mix(in srgb, var(--${name}) ${hue}%, var(--card))` }}
        />
      ))}
      {label}
    </span>
  );
}

const summary = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, 'active', 'Share of neurons that fire', formatPercent);

export const activationPanel: PanelSpec = {
  id: 'activation',
  title: 'Who fires for whom',
  tex: String.raw`\mathbb 1\bigl[\langle w_{j,r},x_i\rangle\ge 0\bigr]`,
  explanation:
    'Which neuron (row) is switched on by which training point (column): dark fires, pale is silent, blue rows are +1 neurons and orange ones −1; a dot marks a cell that has just flipped. With leaky ReLU each neuron ends up firing for exactly the points of its own class (Kou et al., Lemma 5.6); with ReLU a neuron that fires for a point of its own class never stops (Lemma 5.8).',
  size: 'tall',
  Component: Activation,
  summary,
  table: (recordings, run = 0) => blockTable(recordings, run, 'active', formatPercent),
};
