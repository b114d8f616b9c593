import type { Band } from './statistics.ts';

/** How an axis spaces its values. */
export type AxisKind = 'linear' | 'log';

/** Names of the CSS custom properties that colour marks. */
export type ColourName =
  | 'positive'
  | 'negative'
  | `sign-${'negative' | 'zero' | 'positive'}`
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'paper'
  | 'card'
  | 'accent'
  | 'guide'
  | 'ghost'
  | `series-${1 | 2 | 3 | 4 | 5 | 6}`
  | `mode-${'none' | 'pegr' | 'fgr'}`
  /** Ordered values, least to most. */
  | `ramp-${RampStep}`
  /** The same of a second axis. */
  | `across-${RampStep}`;

/** Of the colours of ordered values. */
export type RampStep = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export const DASHES = {
  solid: [],
  dashed: [6, 3.5],
  dotted: [1.5, 3],
  'dash-dot': [6, 3, 1.5, 3],
} as const satisfies Record<string, readonly number[]>;
export type Dash = keyof typeof DASHES;

/** Small shapes on a curve, which tell it from others without colour. */
export type Marker = 'disc' | 'triangle' | 'square' | 'diamond';

/** The point of a study that a curve is of. */
export interface SeriesPoint {
  /** Its place on the first axis; null for a pin, which is not on it. */
  readonly place: number | null;
  readonly front: boolean;
}

interface Mark {
  /** Names the series in legend, table and summary: short, such as W₊. */
  readonly label: string;
  readonly colour: ColourName;
  readonly dash: Dash;
  /** Line width in pixels at normal size. */
  readonly width: number;
  /** The reading at an index of the content's epochs. */
  read(index: number): string;
  /** A shorter name for the legend, under its title; `label` when absent. */
  readonly short?: string;
  /** Of which point of a study: pressed, it comes to the front. Absent where there is one point. */
  readonly point?: SeriesPoint;
  /** A shorter reading for the legend, where many series share it; `read` when absent. */
  readonly brief?: (index: number) => string;
}

/** One line, with its band or its runs where it is a mean over several. */
export interface LineSeries extends Mark {
  readonly kind: 'line';
  readonly values: Float64Array;
  readonly band: Band | null;
  /** The runs that it is the mean of, where each is drawn; at least as many entries as there are epochs. */
  readonly members?: readonly Float64Array[];
  /** Drawn at a few places of the line and in the legend; none when absent. */
  readonly marker?: Marker;
}

/** Many lines of one kind: `columns` of a matrix that has a row of `stride` entries for each epoch. */
export interface BundleSeries extends Mark {
  readonly kind: 'bundle';
  readonly matrix: Float64Array;
  readonly stride: number;
  readonly columns: Int32Array;
}

export type Series = LineSeries | BundleSeries;

/** An epoch with a meaning, marked on the time axis. */
export interface TimeMark {
  readonly epoch: number;
  /** Short: "PEGR off". */
  readonly label: string;
}

/** A curve of the theory beside those that were recorded: thin, named where it ends, and in no legend. */
export interface GuideCurve {
  readonly label: string;
  readonly dash: Dash;
  /** Ascending, epochs of its own; as many values. */
  readonly epochs: Float64Array;
  readonly values: Float64Array;
  /** Outside of the assumptions under which it is proved. */
  readonly faint: boolean;
}

/** The same quantities before the last change of settings. */
export interface Before {
  /** Of quiet lines without bands, over epochs of its own. */
  readonly content: TimeContent;
  /** The settings in which it differs, as they were: "γ = 0.1". */
  readonly what: string;
}

/** All that a time chart shows, before it has a size: the data stage. */
export interface TimeContent {
  /** Shared by all series; ascending; the first `count` entries. */
  readonly epochs: Float64Array;
  readonly count: number;
  readonly series: readonly Series[];
  readonly axis: AxisKind;
  /** What the vertical axis measures, with its unit where it has one. */
  readonly valueLabel: string;
  /** Values that the axis has to show. */
  readonly include: readonly number[];
  /** Horizontal lines with a meaning. */
  readonly references: readonly {
    readonly value: number;
    readonly label: string;
    /** The label is below the line, where above it are curves; false when absent. */
    readonly below?: boolean;
    /** The label is at the left end, where curves have yet to come down to the line; false when absent. */
    readonly atStart?: boolean;
  }[];
  /** Draws c/t through the last point of the first series. */
  readonly guide: { readonly label: string } | null;
  /** Curves of the theory; none when absent. */
  readonly guides?: readonly GuideCurve[];
  /** Epochs with a meaning; none when absent. */
  readonly marks?: readonly TimeMark[];
  /** What the legend's entries are values of: "γ"; none when absent. */
  readonly legendTitle?: string;
  /** Series side by side in the legend, where there is room; as they fit when absent. */
  readonly legendColumns?: number;
  /** A share: the axis is written in percent and stays within 0 and 1, however wide a band is. */
  readonly percent?: boolean;
  /**
   * The same object as long as this content only grows: what was at an epoch is still there. Absent where that is not
   * known.
   */
  readonly source?: object;
  /** Values without a place on the logarithmic axis, where they were counted already. */
  readonly omitted?: number;
  /** Over which runs the means were taken; '' for one. */
  readonly runs: string;
  /** Whether more is on its way, or would have been before others took its place. */
  readonly growing: boolean;
  /** As far as it is comparable; none when absent. */
  readonly before?: Before;
}
