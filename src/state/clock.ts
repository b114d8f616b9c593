import { create } from 'zustand';

/** How recorded points are placed along time, and where a place of 0…1 is among them: of points between two as well. */
export interface Spacing {
  place(point: number, kind: 'linear' | 'log'): number;
  point(place: number, kind: 'linear' | 'log'): number;
  /** Points with a label, ascending. @param count of them that there is room for */
  ticks(kind: 'linear' | 'log', count: number): readonly { readonly value: number; readonly label: string }[];
}

/** What the recorded points of the runs on screen are, where they are not epochs. */
export interface Clock {
  /** What the time axis is: "log t". */
  readonly axis: string;
  /** The name of a table's column of points, and a cell of it. */
  readonly column: string;
  cell(point: number): string;
  /** log t of a point; null where only their numbers are common to all runs. */
  readonly logTime: ((point: number) => number) | null;
  /** "log t = 3,456". */
  tell(point: number): string;
  /** A text about epochs, about what these runs have instead. */
  words(text: string): string;
  /** log L of margins, which is finite where L underflows. Absent where runs have different losses. */
  readonly logLoss?: (margins: Float64Array) => number;
  /** Absent where they are as evenly spaced as epochs. */
  readonly spacing?: Spacing;
}

interface ClockState {
  readonly clock: Clock | null;
}

/** Of the batch that is shown; null: epochs. Its code comes when a run by gradient flow is shown. */
export const useClock = create<ClockState>(() => ({ clock: null }));
