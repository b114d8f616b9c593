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
import { matrixOrder } from '../../charts/matrix.ts';
import type { MatrixLead, MatrixPicture } from '../../charts/matrix.ts';
import { MatrixChart } from '../../charts/MatrixChart.tsx';
import { chosenRun } from '../../charts/statistics.ts';
import { runName } from './bundles.ts';
import { blockSummary, blockTable } from './matrix-means.ts';
import { rhoTracks } from './rho-tracks.ts';
import type { PanelProps, PanelSpec } from './spec.ts';

const format = (value: number): string => formatValue(value, 2);
const STOPS = Array.from({ length: 17 }, (_, k) => k / 16);

/** γ of each neuron as a column beside ρ; none for data without a signal. */
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
    title: 'signal γ',
    rest: 'noise ρ',
    paint: (pixels, index) => {
      paintSigned(pixels, gammaOf(index), 1, order, steps, colours);
    },
    read: (index, row) => `γ = ${format(gammaOf(index)[row]!)}`,
  };
}

const peakOf = (recording: Recording | null): number =>
  recording?.facts ? rhoTracks(recording, recording.facts).peak : 0;

/** @param variants all modes that are compared: they have one scale */
function rhoPicture(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  run: number,
  colours: Uint32Array,
): { picture: MatrixPicture | null; scale: ReturnType<typeof symmetricScale> } {
  const recording = chosenRun(recordings, run);
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  const compared = variants.map((variant) => chosenRun(variant.recordings, run));
  const scale = symmetricScale(Math.max(...[recording, ...compared].map(peakOf)));
  if (!facts || snapshots.length === 0) return { picture: null, scale };
  const order = matrixOrder(facts);
  const steps = thresholds(scale.value, colours.length);
  const lead = gammaLead(snapshots, order.rows, steps, colours);
  const picture: MatrixPicture = {
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
  return { picture, scale };
}

function Rho(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { recordings, variants } = grown;
  const palette = usePalette();
  const run = useView((view) => view.run);
  const ramp = useMemo(() => divergingRamp(palette.rgb('card')), [palette]);
  const colours = useMemo(() => packedRamp(ramp), [ramp]);
  const { picture, scale } = useMemo(
    () => rhoPicture(grown.recordings, grown.variants, run, colours),
    [grown, run, colours],
  );
  const gradient = `linear-gradient(to right, ${STOPS.map(ramp).join(', ')})`;
  return (
    <MatrixChart
      picture={picture}
      label={summary(recordings, run)}
      run={runName(recordings, run, variants)}
      legend={
        <div className="matrix-scale" aria-hidden="true">
          <div className="matrix-ramp" style={{ backgroundImage: gradient }} />
          {[0, 0.25, 0.5, 0.75, 1].map((unit) => (
            <span key={unit}>{format(scale.value(unit))}</span>
          ))}
        </div>
      }
    />
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
