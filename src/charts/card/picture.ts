import type { Slice } from '../../state/slices.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { AgainstContent } from '../against/series.ts';
import type { AxisKind, TimeContent } from '../data/content.ts';
import type { LegendContent } from '../legend/legend.ts';
import type { NetworkPicture } from '../network/picture.ts';
import type { MatrixPicture } from '../matrix/picture.ts';
import type { FunctionLine } from '../function/drawFunction.ts';
import type { TrailRun } from '../plane/TrailPane.tsx';
import type { PlaneExtent } from '../plane/trails.ts';
import type { Rgb } from '../scales/rgb.ts';
import type { SamplesContent } from '../samples/content.ts';
import type { ColourScale } from '../matrix/scale.ts';

interface Named {
  /** What tells a pane from its neighbours: "PEGR"; '' for the only one. */
  readonly name: string;
}

export interface TimePane extends Named {
  readonly kind: 'time';
  readonly content: TimeContent;
  readonly time: AxisKind;
  /** The end of the time axis. */
  readonly last: number;
  /** Whether the time axis is written out. */
  readonly timeLabels: boolean;
}

export interface SpectrumPane extends Named {
  readonly kind: 'spectrum';
  /** Those that have a spectrum. */
  readonly snapshots: readonly Snapshot[];
  readonly axis: AxisKind;
}

export interface PlanePane extends Named {
  readonly kind: 'plane';
  readonly run: TrailRun;
  readonly extent: PlaneExtent;
}

export interface MatrixPane extends Named {
  readonly kind: 'matrix';
  readonly picture: MatrixPicture;
}

/** Functions of a number that is not the epoch. */
export interface FunctionPane extends Named {
  readonly kind: 'function';
  readonly lines: readonly FunctionLine[];
}

/** The decision on a slice of input space. */
export interface SlicePane extends Named {
  readonly kind: 'slice';
  readonly slice: Slice;
  /** y_i. */
  readonly labels: Float64Array;
  /** Names of both axes. */
  readonly axes: readonly [string, string];
}

export interface NetworkPane extends Named {
  readonly kind: 'network';
  readonly picture: NetworkPicture;
}

export interface AgainstPane extends Named {
  readonly kind: 'against';
  readonly content: AgainstContent;
}

/** A number of each sample. */
export interface SamplesPane extends Named {
  readonly kind: 'samples';
  readonly content: SamplesContent;
}

export type Pane =
  | TimePane
  | SpectrumPane
  | PlanePane
  | MatrixPane
  | AgainstPane
  | FunctionPane
  | SamplesPane
  | SlicePane
  | NetworkPane;

/** A number of a scale; the ends are written with more digits than those between. */
export type TickFormat = (value: number, isEnd: boolean) => string;

/** What cells with stripes over them mean: each swatch's own colour, and that of its stripes. */
export interface HatchKey {
  readonly label: string;
  readonly colours: readonly (readonly [Rgb, Rgb])[];
}

/** The colours of a matrix with what they mean. */
export type ColourKey = { readonly hatched?: HatchKey | null } & (
  | {
      readonly kind: 'scale';
      readonly scale: ColourScale;
      readonly ramp: (unit: number) => string;
      readonly format: TickFormat;
    }
  | {
      readonly kind: 'swatches';
      readonly entries: readonly { readonly label: string; readonly colours: readonly Rgb[] }[];
    }
);

/** What a card shows, before it has a size: enough to draw it anywhere. */
export interface Picture {
  /** Side by side, or one above the other. */
  readonly layout: 'across' | 'down';
  readonly panes: readonly Pane[];
  /** What the vertical axes measure, above the panes; '' where they say so themselves. */
  readonly valueLabel: string;
  readonly legend: LegendContent;
  readonly colours: ColourKey | null;
}
