import type { Snapshot } from '../../core/observe/recorder.ts';
import type { AgainstContent } from '../against/series.ts';
import type { AxisKind, TimeContent } from '../data/content.ts';
import type { LegendContent } from '../legend/legend.ts';
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
  TimePane | SpectrumPane | PlanePane | MatrixPane | AgainstPane | FunctionPane | SamplesPane;

/** A number of a scale; the ends are written with more digits than those between. */
export type TickFormat = (value: number, isEnd: boolean) => string;

/** The colours of a matrix with what they mean. */
export type ColourKey =
  | {
      readonly kind: 'scale';
      readonly scale: ColourScale;
      readonly ramp: (unit: number) => string;
      readonly format: TickFormat;
    }
  | {
      readonly kind: 'swatches';
      readonly entries: readonly { readonly label: string; readonly colours: readonly Rgb[] }[];
    };

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
