import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { divergingRamp, packedRamp } from '../../charts/scales/colours.ts';
import { formatValue } from '../../charts/data/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { useSize } from '../../charts/hooks/useSize.ts';
import { paintSigned, stripMeans } from '../../charts/matrix/cells.ts';
import { MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import { matrixOrder } from '../../charts/matrix/order.ts';
import type { MatrixOrder, RowOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixLead, MatrixPicture } from '../../charts/matrix/picture.ts';
import { symmetricScale, symmetricTicks, thresholds } from '../../charts/matrix/scale.ts';
import type { SymmetricScale } from '../../charts/matrix/scale.ts';
import { oneStrip } from '../../charts/matrix/strips.ts';
import { isCompared } from '../../charts/data/looks.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import { runName } from './bundles.ts';
import { blockSummary, blockTable } from './matrix-means.ts';
import { rhoTracks } from './rho-tracks.ts';
import { RowChoice } from './RowChoice.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

const format = (value: number): string => formatValue(value, 2);
const STOPS = Array.from({ length: 17 }, (_, k) => k / 16);

/** The signal coefficient c_μ (M: γ) of each neuron as a column beside ρ; none for data without a signal. */
function gammaLead(
  snapshots: MatrixPicture['snapshots'],
  { rows }: MatrixOrder,
  steps: Float64Array,
  colours: Uint32Array,
): MatrixLead | undefined {
  if (!snapshots[0]?.neurons) return undefined;
  const gammaOf = (index: number): Float64Array => snapshots[index]!.neurons!.gamma;
  const order = { rows, columns: Int32Array.of(0), stride: 1 };
  return {
    title: 'signal',
    rest: 'noise',
    paint: (pixels, index, strips) => {
      paintSigned(pixels, stripMeans(gammaOf(index), order, strips, oneStrip(1)), steps, colours);
    },
    read: (index, neurons) =>
      `${named('signal coefficient', neurons)} = ${format(meanOf(gammaOf(index), neurons))}`,
  };
}

/** The name of a value, or of the mean of several. */
const named = (symbol: string, entries: readonly number[]): string =>
  entries.length === 1 ? symbol : `mean ${symbol}`;

/** max |ρ|, |c_μ| of a run so far. */
const peakOf = (recording: Recording | null): number =>
  recording?.facts ? rhoTracks(recording, recording.facts).peak : 0;

function rhoPicture(
  recording: Recording | null,
  rowOrder: RowOrder,
  scale: SymmetricScale,
  colours: Uint32Array,
): MatrixPicture | null {
  const facts = recording?.facts;
  const snapshots = recording?.snapshots ?? [];
  if (!facts || snapshots.length === 0) return null;
  const order = matrixOrder(facts, rowOrder, snapshots);
  const steps = thresholds(scale.value, colours.length);
  const lead = gammaLead(snapshots, order, steps, colours);
  return {
    ...(lead && { lead }),
    facts,
    order,
    snapshots,
    paint: (pixels, index, rows, columns) => {
      paintSigned(pixels, stripMeans(snapshots[index]!.rho, order, rows, columns), steps, colours);
    },
    marked: () => [],
    read: (index, entries) => `${named('ρ', entries)} = ${format(meanOf(snapshots[index]!.rho, entries))}`,
    note: () => '',
  };
}

interface ShownRuns extends Pick<Variant, 'recordings' | 'name'> {
  readonly recording: Recording | null;
}

/** The chosen run of the point in front, and of all compared ones: they share a scale, in front or not. */
function shownRuns(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  run: number,
): { readonly front: ShownRuns; readonly all: readonly ShownRuns[] } {
  const front = { name: 'front', recordings, recording: chosenRun(recordings, run) };
  if (!isCompared(variants)) return { front, all: [front] };
  const all = variants.map((variant) => ({ ...variant, recording: chosenRun(variant.recordings, run) }));
  return { front, all };
}

/** So many em are wide enough for one of several pictures: only an enlarged panel has room for all. */
const LEAST_PICTURE = 20;

function Rho(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { variants } = grown;
  const palette = usePalette();
  const [row, size] = useSize();
  const run = useView((view) => view.run);
  const rows = useView((view) => view.rows);
  const ramp = useMemo(
    () =>
      divergingRamp({
        negative: palette.rgb('sign-negative'),
        zero: palette.rgb('sign-zero'),
        positive: palette.rgb('sign-positive'),
      }),
    [palette],
  );
  const colours = useMemo(() => packedRamp(ramp), [ramp]);
  const isWide = size !== null && size.width >= LEAST_PICTURE * size.em * variants.length;
  const { pictures, scale } = useMemo(() => {
    const { front, all } = shownRuns(grown.recordings, grown.variants, run);
    const common = symmetricScale(Math.max(...all.map(({ recording }) => peakOf(recording))));
    const drawn = (isWide ? all : [front]).map(({ name, recordings, recording }) => ({
      key: name,
      picture: rhoPicture(recording, rows, common, colours),
      label: summary(recordings, run),
      name: runName(recordings, run, grown.variants),
    }));
    return { pictures: drawn, scale: common };
  }, [grown, run, rows, colours, isWide]);
  const legend = <SignedScale scale={scale} ramp={ramp} />;
  return (
    <div className="matrix-row" ref={row}>
      {pictures.map(({ key, picture, label, name }, index) => (
        <MatrixChart
          // Alone, the picture stays when another value comes to the front.
          key={isWide ? key : 'front'}
          picture={picture}
          label={label}
          run={name}
          tools={index === 0 && <RowChoice />}
          legend={() => index === 0 && legend}
        />
      ))}
    </div>
  );
}

/** Least distance of two numbers on the scale, as a share of it. */
const TICK_SPACING = 0.17;

/** The colours of ρ with their numbers at their places. */
function SignedScale(props: {
  readonly scale: SymmetricScale;
  readonly ramp: (unit: number) => string;
}): ReactElement {
  const { scale, ramp } = props;
  const ticks = symmetricTicks(scale, TICK_SPACING);
  return (
    <>
      <div className="matrix-scale" aria-hidden="true">
        <div
          className="matrix-ramp"
          style={{ backgroundImage: `linear-gradient(to right, ${STOPS.map(ramp).join(', ')})` }}
        />
        <div className="matrix-ticks">
          {ticks.map(({ value, unit }) => (
            <span key={value} style={{ left: `${100 * unit}%` }}>
              {/* Powers of ten between the ends have one digit. */}
              {formatValue(value, Math.abs(value) === scale.largest ? 2 : 1)}
            </span>
          ))}
        </div>
      </div>
      <span className="chart-aside">not linear (asinh): small values are spread out</span>
    </>
  );
}

const summary = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, 'rho', 'Coefficients ρ', format);

export const rhoPanel: PanelSpec = {
  id: 'rho',
  title: 'Coefficients ρ',
  tex: String.raw`w_{j,r}(t)=w_{j,r}(0)+\sum_{i=1}^n\rho_{j,r,i}(t)\,\frac{x_i}{\lVert x_i\rVert_2^2}`,
  explanation:
    'How much of each training point (column) every neuron (row) has taken up, green, or turned against, purple; grey is zero. When the rows of a class look the same, its neurons point the same way: rank one (Kou et al., Definition 5.1 and Lemma 5.7).',
  size: 'tall',
  Component: Rho,
  summary,
  table: (recordings, run = 0) => blockTable(recordings, run, 'rho', format),
};
