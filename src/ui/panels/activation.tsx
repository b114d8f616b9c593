import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { mixed, mixedRamp } from '../../charts/scales/colours.ts';
import type { Rgb } from '../../charts/scales/rgb.ts';
import { formatCount, formatPercent } from '../../charts/data/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { flippedCells, paintShares, stripMeans } from '../../charts/matrix/cells.ts';
import type { PatternRamps } from '../../charts/matrix/cells.ts';
import { matrixOrder } from '../../charts/matrix/order.ts';
import type { RowOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixPicture } from '../../charts/matrix/picture.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import { lazily, pointWords, shownRuns, type ShownRuns } from './point-pictures.ts';
import { blockSummary } from './matrix-means.ts';
import { MatrixPictures, type PointPicture } from './MatrixPictures.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** Share of the class's hue in a silent cell. */
const SILENT = 0.14;

export function activationPicture(
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

/** From silent to firing, of each class. */
export const rampsOf = (palette: Palette): PatternRamps => {
  const ramp = (name: 'positive' | 'negative') => mixedRamp(tinted(palette, name, 0), palette.rgb(name));
  return { positive: ramp('positive'), negative: ramp('negative') };
};

/** The colour of a share of firing neurons. */
export const tinted = (palette: Palette, name: 'positive' | 'negative', share: number): Rgb =>
  mixed(palette.rgb('card'), palette.rgb(name), SILENT + (1 - SILENT) * share);

function Activation(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { recordings, variants } = grown;
  const palette = usePalette();
  const run = useView((view) => view.run);
  const rows = useView((view) => view.rows);
  const ramps = useMemo(() => rampsOf(palette), [palette]);
  const pictures = useMemo(() => {
    const { front, all } = shownRuns(recordings, variants, run);
    const drawn = (points: readonly ShownRuns[]): readonly PointPicture[] =>
      points.map((point) => ({
        ...pointWords(point, recordings, variants, run),
        picture: activationPicture(point.recordings, run, rows, ramps),
        label: activationInWords(point.recordings, run),
      }));
    return { count: all.length, front: drawn([front]), all: lazily(() => drawn(all)) };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- recordings grow in place; `grown` says so
  }, [grown, run, rows, ramps]);

  return (
    <MatrixPictures
      pictures={(every) => (every ? pictures.all() : pictures.front)}
      count={pictures.count}
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

export const activationInWords = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, 'active', 'Share of neurons that fire', formatPercent);

export const activationPanel: PanelSpec = {
  id: 'activation',
  title: 'Who fires for whom',
  size: 'tall',
  Component: Activation,
};
