import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { divergingRamp, packedRamp } from '../../charts/colours.ts';
import { formatValue } from '../../charts/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { paintSigned, symmetricScale, thresholds } from '../../charts/marks/heatmap.ts';
import { useSize } from '../../charts/hooks/useSize.ts';
import { matrixOrder } from '../../charts/matrix.ts';
import type { MatrixLead, MatrixPicture } from '../../charts/matrix.ts';
import { frontMode, isCompared } from '../../charts/modes.ts';
import { MatrixChart } from '../../charts/MatrixChart.tsx';
import { chosenRun } from '../../charts/statistics.ts';
import { runName } from './bundles.ts';
import { blockSummary, blockTable } from './matrix-means.ts';
import { rhoTracks } from './rho-tracks.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

const format = (value: number): string => formatValue(value, 2);
const STOPS = Array.from({ length: 17 }, (_, k) => k / 16);

/** The signal coefficient c_μ (M: γ) of each neuron as a column beside ρ; none for data without a signal. */
function gammaLead(
  snapshots: MatrixPicture['snapshots'],
  rows: Int32Array,
  steps: Float64Array,
  colours: Uint32Array,
): MatrixLead | undefined {
  if (!snapshots[0]?.neurons) return undefined;
  const gammaOf = (index: number): Float64Array => snapshots[index]!.neurons!.gamma;
  const order = { rows, columns: Int32Array.of(0) };
  return {
    title: 'signal c_μ',
    rest: 'noise ρ',
    paint: (pixels, index) => {
      paintSigned(pixels, gammaOf(index), 1, order, steps, colours);
    },
    read: (index, row) => `c_μ = ${format(gammaOf(index)[row]!)}`,
  };
}

/** max |ρ|, |c_μ| of a run so far. */
const peakOf = (recording: Recording | null): number =>
  recording?.facts ? rhoTracks(recording, recording.facts).peak : 0;

function rhoPicture(
  recording: Recording | null,
  value: (unit: number) => number,
  colours: Uint32Array,
): MatrixPicture | null {
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  if (!facts || snapshots.length === 0) return null;
  const order = matrixOrder(facts);
  const steps = thresholds(value, colours.length);
  const lead = gammaLead(snapshots, order.rows, steps, colours);
  return {
    ...(lead && { lead }),
    facts,
    order,
    snapshots,
    paint: (pixels, index) => {
      paintSigned(pixels, snapshots[index]!.rho, order.stride, order, steps, colours);
    },
    marked: () => [],
    read: (index, entry) => `ρ = ${format(snapshots[index]!.rho[entry]!)}`,
    note: () => '',
  };
}

interface ShownRuns extends Variant {
  readonly recording: Recording | null;
}

/** The chosen run of the mode in front, and of all compared ones: they share a scale, in front or not. */
function shownRuns(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  run: number,
): { readonly front: ShownRuns; readonly all: readonly ShownRuns[] } {
  const front = {
    mode: frontMode(variants, recordings) ?? 'none',
    recordings,
    recording: chosenRun(recordings, run),
  } as const;
  if (!isCompared(variants)) return { front, all: [front] };
  const all = variants.map((variant) => ({ ...variant, recording: chosenRun(variant.recordings, run) }));
  return { front, all };
}

/** So many em are wide enough for one of several pictures: only an enlarged panel has room for all modes. */
const LEAST_PICTURE = 20;

function Rho(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { variants } = grown;
  const palette = usePalette();
  const [row, size] = useSize();
  const run = useView((view) => view.run);
  const ramp = useMemo(() => divergingRamp(palette.rgb('card')), [palette]);
  const colours = useMemo(() => packedRamp(ramp), [ramp]);
  const isWide = size !== null && size.width >= LEAST_PICTURE * size.em * variants.length;
  const { pictures, scale } = useMemo(() => {
    const { front, all } = shownRuns(grown.recordings, grown.variants, run);
    const common = symmetricScale(Math.max(...all.map(({ recording }) => peakOf(recording))));
    const drawn = (isWide ? all : [front]).map(({ mode, recordings, recording }) => ({
      mode,
      picture: rhoPicture(recording, common.value, colours),
      label: summary(recordings, run),
      name: runName(recordings, run, grown.variants),
    }));
    return { pictures: drawn, scale: common };
  }, [grown, run, colours, isWide]);
  const gradient = `linear-gradient(to right, ${STOPS.map(ramp).join(', ')})`;
  const legend = (
    <div className="matrix-scale" aria-hidden="true">
      <div className="matrix-ramp" style={{ backgroundImage: gradient }} />
      {[0, 0.25, 0.5, 0.75, 1].map((unit) => (
        <span key={unit}>{format(scale.value(unit))}</span>
      ))}
    </div>
  );
  return (
    <div className="matrix-row" ref={row}>
      {pictures.map(({ mode, picture, label, name }, index) => (
        <MatrixChart
          // Alone, the picture stays when another mode comes to the front.
          key={isWide ? mode : 'front'}
          picture={picture}
          label={label}
          run={name}
          legend={index === 0 && legend}
        />
      ))}
    </div>
  );
}

const summary = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, 'rho', 'Coefficients ρ', format);

export const rhoPanel: PanelSpec = {
  id: 'rho',
  title: 'Coefficients ρ',
  tex: String.raw`w_{j,r}(t)=w_{j,r}(0)+\sum_{i=1}^n\rho_{j,r,i}(t)\,\frac{x_i}{\lVert x_i\rVert_2^2}`,
  explanation:
    'How much of each training point (column) every neuron (row) has taken up, blue, or turned against, orange. When the rows of a class look the same, its neurons point the same way: rank one (Kou et al., Definition 5.1 and Lemma 5.7).',
  size: 'tall',
  Component: Rho,
  summary,
  table: (recordings, run = 0) => blockTable(recordings, run, 'rho', format),
};
