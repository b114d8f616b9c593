import type { AxisKind } from '../data/content.ts';

/** A number of each sample, with another beside it and lines that they are held against. */
export interface SamplesContent {
  /** "λ of each point". */
  readonly valueLabel: string;
  readonly axis: AxisKind;
  /** y_i, n entries: a class has a colour and a shape. */
  readonly labels: Float64Array;
  /** Filled marks, n entries; NaN for none. */
  readonly points: Float64Array;
  /** Outlines, n entries; NaN for none. */
  readonly rings: Float64Array;
  /** Horizontal lines with their names; `below`: the name stands under its line. */
  readonly lines: readonly { readonly value: number; readonly label: string; readonly below?: true }[];
}
