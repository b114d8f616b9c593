import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { mixed, packed } from '../../charts/colours.ts';
import { formatCount, formatPercent } from '../../charts/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import { useRecorded } from '../../charts/hooks/useRecorded.ts';
import { flippedCells, paintPattern } from '../../charts/marks/heatmap.ts';
import type { PatternColours } from '../../charts/marks/heatmap.ts';
import { matrixOrder } from '../../charts/matrix.ts';
import type { MatrixPicture } from '../../charts/matrix.ts';
import { MatrixChart } from '../../charts/MatrixChart.tsx';
import { chosenRun } from '../../charts/statistics.ts';
import { runName } from './bundles.ts';
import { blockSummary, blockTable } from './matrix-means.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

/** Share of the class's hue in a silent cell. */
const SILENT = 0.14;

function activationPicture(
  recordings: readonly Recording[],
  run: number,
  colours: PatternColours,
): MatrixPicture | null {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  if (!facts || snapshots.length === 0) return null;
  const order = matrixOrder(facts);
  const marked = (index: number): readonly number[] =>
    index === 0
      ? []
      : flippedCells(snapshots[index - 1]!.active, snapshots[index]!.active, order.stride, order);
  return {
    facts,
    order,
    snapshots,
    paint: (pixels, index) => {
      paintPattern(pixels, snapshots[index]!.active, order.stride, order, order.positiveRows, colours);
    },
    marked,
    read: (index, entry) => (snapshots[index]!.active[entry] ? 'fires' : 'silent'),
    note: (index) => {
      if (index === 0) return '';
      const count = marked(index).length;
      const since = formatCount(snapshots[index - 1]!.epoch);
      return `${formatCount(count)} ${count === 1 ? 'flip' : 'flips'} since epoch ${since}`;
    },
  };
}

function Activation({ recordings, variants }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const palette = usePalette();
  const run = useView((view) => view.run);
  const colours = useMemo((): PatternColours => {
    const card = palette.rgb('card');
    const pair = (name: 'positive' | 'negative') => ({
      fires: packed(palette.rgb(name)),
      silent: packed(mixed(card, palette.rgb(name), SILENT)),
    });
    const [positive, negative] = [pair('positive'), pair('negative')];
    return {
      positive: positive.fires,
      positiveSilent: positive.silent,
      negative: negative.fires,
      negativeSilent: negative.silent,
    };
  }, [palette]);
  const picture = useMemo(
    () => activationPicture(recorded.recordings, run, colours),
    [recorded, run, colours],
  );

  return (
    <MatrixChart
      picture={picture}
      label={summary(recorded.recordings, run)}
      run={runName(recorded.recordings, run, variants)}
      legend={
        <>
          <span>
            <span className="matrix-swatch" style={{ background: 'var(--positive)' }} />
            <span className="matrix-swatch" style={{ background: 'var(--negative)' }} />
            fires, ⟨w, x⟩ ≥ 0
          </span>
          <span>
            <span className="matrix-swatch" style={{ background: silentColour('positive') }} />
            <span className="matrix-swatch" style={{ background: silentColour('negative') }} />
            silent
          </span>
          <span>
            <span className="matrix-swatch matrix-swatch-flip" />
            just flipped
          </span>
        </>
      }
    />
  );
}

const silentColour = (name: 'positive' | 'negative'): string =>
  `color-mix(in srgb, var(--${name}) ${SILENT * 100}%, var(--card))`;

const summary = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, 'active', 'Share of neurons that fire', formatPercent);

export const activationPanel: PanelSpec = {
  id: 'activation',
  title: 'Who fires for whom',
  tex: String.raw`\mathbb 1\bigl[\langle w_{j,r},x_i\rangle\ge 0\bigr]`,
  explanation:
    'Which neuron (row) is switched on by which training point (column); a dot marks a cell that has just flipped. With leaky ReLU each neuron ends up firing for exactly the points of its own class (Kou et al., Lemma 5.6); with ReLU a neuron that fires for a point of its own class never stops (Lemma 5.8).',
  size: 'tall',
  Component: Activation,
  summary,
  table: (recordings, run = 0) => blockTable(recordings, run, 'active', formatPercent),
};
