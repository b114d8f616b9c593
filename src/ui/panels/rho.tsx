import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import { divergingRamp, packedRamp } from '../../charts/scales/colours.ts';
import type { TickFormat } from '../../charts/card/picture.ts';
import { formatValue } from '../../charts/data/format.ts';
import { usePalette } from '../../charts/hooks/usePalette.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { paintSigned, stripMeans } from '../../charts/matrix/cells.ts';
import { matrixOrder } from '../../charts/matrix/order.ts';
import type { MatrixOrder, RowOrder } from '../../charts/matrix/order.ts';
import { meanOf } from '../../charts/matrix/picture.ts';
import type { MatrixLead, MatrixPicture } from '../../charts/matrix/picture.ts';
import { symmetricScale, thresholds } from '../../charts/matrix/scale.ts';
import type { ColourScale } from '../../charts/matrix/scale.ts';
import { oneStrip } from '../../charts/matrix/strips.ts';
import { lazily, pointWords, shownRuns, type ShownRuns } from './point-pictures.ts';
import { blockSummary } from './matrix-means.ts';
import { rhoTracks } from './rho-tracks.ts';
import { MatrixPictures, type PointPicture } from './MatrixPictures.tsx';
import { ScaleKey } from './ScaleKey.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

export const formatRho = (value: number): string => formatValue(value, 2);

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
      `${named('signal coefficient', neurons)} = ${formatRho(meanOf(gammaOf(index), neurons))}`,
  };
}

/** The name of a value, or of the mean of several. */
const named = (symbol: string, entries: readonly number[]): string =>
  entries.length === 1 ? symbol : `mean ${symbol}`;

/** max |ρ|, |c_μ| of a run so far. */
export const peakOf = (recording: Recording | null): number =>
  recording?.facts ? rhoTracks(recording, recording.facts).peak : 0;

export function rhoPicture(
  recording: Recording | null,
  rowOrder: RowOrder,
  scale: ColourScale,
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
    read: (index, entries) => `${named('ρ', entries)} = ${formatRho(meanOf(snapshots[index]!.rho, entries))}`,
    note: () => '',
  };
}

export const rampOf = (palette: Palette): ((unit: number) => string) =>
  divergingRamp({
    negative: palette.rgb('sign-negative'),
    zero: palette.rgb('sign-zero'),
    positive: palette.rgb('sign-positive'),
  });

function Rho(shown: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const { variants } = grown;
  const palette = usePalette();
  const run = useView((view) => view.run);
  const rows = useView((view) => view.rows);
  const ramp = useMemo(() => rampOf(palette), [palette]);
  const colours = useMemo(() => packedRamp(ramp), [ramp]);
  const { front, all, scale } = useMemo(() => {
    const runs = shownRuns(grown.recordings, variants, run);
    return {
      ...runs,
      scale: symmetricScale(Math.max(...runs.all.map(({ recording }) => peakOf(recording)))),
    };
  }, [grown, variants, run]);
  const pictures = useMemo(() => {
    const drawn = (points: readonly ShownRuns[]): readonly PointPicture[] =>
      points.map((point) => ({
        ...pointWords(point, grown.recordings, variants, run),
        picture: rhoPicture(point.recording, rows, scale, colours),
        label: rhoInWords(point.recordings, run),
      }));
    return { front: drawn([front]), all: lazily(() => drawn(all)) };
  }, [grown, variants, front, all, run, rows, scale, colours]);
  return (
    <MatrixPictures
      pictures={(every) => (every ? pictures.all() : pictures.front)}
      count={all.length}
      legend={() => (
        <ScaleKey
          scale={scale}
          ramp={ramp}
          format={rhoTick}
          note="not linear (asinh): small values are spread out"
        />
      )}
    />
  );
}

/** Powers of ten between the ends have one digit. */
export const rhoTick: TickFormat = (value, isEnd) => formatValue(value, isEnd ? 2 : 1);

export const rhoInWords = (recordings: PanelProps['recordings'], run = 0): string =>
  blockSummary(recordings, run, ({ rho }) => rho, 'Coefficients ρ', formatRho);

export const rhoPanel: PanelSpec = {
  id: 'rho',
  title: 'Coefficients ρ',
  size: 'tall',
  Component: Rho,
};
