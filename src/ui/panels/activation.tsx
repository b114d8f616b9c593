import { momentInWords } from '../../charts/data/moment.ts';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { View } from '../../settings/view.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { formatCount, formatPercent, formatValue } from '../../charts/data/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { flippedCells, paintShares, stripMeans } from '../../charts/matrix/cells.ts';
import { matrixOrder } from '../../charts/matrix/order.ts';
import type { RowOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixPicture } from '../../charts/matrix/picture.ts';
import { useChunk } from '../parts/chunk.ts';
import { ViewChoice } from '../parts/ViewChoice.tsx';
import { flowChunk } from './flow-chunk.ts';
import { flipRamp, flipScale, flipsPicture, flipTick } from './flips-picture.ts';
import { lazily, pointWords, shownRuns, type ShownRuns } from './point-pictures.ts';
import { blockSummary } from './matrix-means.ts';
import { MatrixPictures, type PointPicture } from './MatrixPictures.tsx';
import { rampsOf, SILENT, type PatternColours } from './pattern-colours.ts';
import { ScaleKey } from './ScaleKey.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

export const coloursOf = (
  cells: View['cells'],
  shown: readonly ShownRuns[],
  palette: Palette,
): PatternColours =>
  cells === 'signs'
    ? { of: 'signs', ramps: rampsOf(palette) }
    : { of: 'flips', scale: flipScale(shown.map(({ recording }) => recording)), ramp: flipRamp(palette) };

/** The picture of a run. Of a flow it has a third state, once the code for that is there. */
export function activationPicture(
  recording: Recording | null,
  rowOrder: RowOrder,
  colours: PatternColours,
  flow = flowChunk.state.parts,
): MatrixPicture | null {
  const picture = plainPicture(recording, rowOrder, colours);
  return picture && (flow?.slidingPicture(picture, colours) ?? picture);
}

function plainPicture(
  recording: Recording | null,
  rowOrder: RowOrder,
  colours: PatternColours,
): MatrixPicture | null {
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  if (!facts || snapshots.length === 0) return null;
  const order = matrixOrder(facts, rowOrder, snapshots);
  if (colours.of === 'flips') return flipsPicture({ facts, snapshots }, order, colours.scale, colours.ramp);
  const { ramps } = colours;
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
      const since = momentInWords(snapshots[index - 1]!.epoch);
      return `${formatCount(count)} ${count === 1 ? 'flip' : 'flips'} since ${since}`;
    },
  };
}

/** A neuron fires or is silent; of several, a share does. */
function firing(share: number): string {
  if (share === 0) return 'silent';
  return share === 1 ? 'fires' : `${formatPercent(share)} fire`;
}

function Activation(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { recordings, variants } = grown;
  const palette = usePalette();
  const run = useView((view) => view.run);
  const rows = useView((view) => view.rows);
  const cells = useView((view) => view.cells);
  const { parts: flow } = useChunk(flowChunk);
  const { front, all, colours } = useMemo(() => {
    const runs = shownRuns(recordings, variants, run);
    return { ...runs, colours: coloursOf(cells, runs.all, palette) };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- recordings grow in place; `grown` says so
  }, [grown, run, cells, palette]);
  const pictures = useMemo(() => {
    const drawn = (points: readonly ShownRuns[]): readonly PointPicture[] =>
      points.map((point) => ({
        ...pointWords(point, recordings, variants, run),
        picture: activationPicture(point.recording, rows, colours, flow),
        label: activationInWords(cells, point.recordings, run),
      }));
    return { front: drawn([front]), all: lazily(() => drawn(all)) };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- recordings grow in place; `grown` says so
  }, [front, all, run, rows, cells, colours, flow]);

  const sliding = flow && all.some(({ recording }) => recording?.snapshots[0]?.sliding) && (
    <flow.SlidingKey of={cells} />
  );
  return (
    <MatrixPictures
      pictures={(every) => (every ? pictures.all() : pictures.front)}
      count={all.length}
      tools={
        <ViewChoice of="cells" legend="What the cells show" labels={{ signs: 'signs', flips: 'flips' }} />
      }
      legend={({ sharesPixels }) =>
        colours.of === 'flips' ? (
          <>
            <ScaleKey
              scale={colours.scale}
              ramp={colours.ramp}
              format={flipTick}
              note="flips so far; not linear (logarithm of one more)"
            />
            {sliding}
          </>
        ) : (
          <>
            <PatternKey label="fires, ⟨w, x⟩ ≥ 0" share={1} />
            {sharesPixels && <PatternKey label="half of them fire" share={0.5} />}
            <PatternKey label="silent" share={0} />
            {sliding}
            <span>
              <span className="matrix-swatch matrix-swatch-flip" />
              just flipped
            </span>
          </>
        )
      }
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

/** What the blocks of a table are means of. */
export const BLOCKS = {
  signs: {
    pick: (snapshot: Snapshot) => flowChunk.state.parts?.firing(snapshot) ?? snapshot.active,
    subject: 'Share of neurons that fire',
    format: formatPercent,
  },
  flips: {
    pick: ({ flips }: Snapshot) => flips.soFar,
    subject: 'Flips of a pair so far',
    format: (value: number) => formatValue(value, 3),
  },
} as const;

export function activationInWords(
  cells: View['cells'],
  recordings: PanelProps['recordings'],
  run = 0,
): string {
  const { pick, subject, format } = BLOCKS[cells];
  const told = blockSummary(recordings, run, pick, subject, format);
  return told + (flowChunk.state.parts?.slidingInWords(recordings, run) ?? '');
}

export const activationPanel: PanelSpec = {
  id: 'activation',
  title: 'Who fires for whom',
  size: 'tall',
  Component: Activation,
};
