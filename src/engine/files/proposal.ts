/** What is proposed to a person who opened files, and what they may change of it (DESIGN §12). Pure values. */
import type { Normalisation } from '../../core/experiment.ts';
import type { Format } from './table.ts';

export interface LeftOut {
  readonly column: string;
  /** In words: "words", "always 3", "a running number of the rows", "an identifier: every row another", "put aside by you". */
  readonly why: string;
}

export type { Choice } from '../../settings/reading.ts';

/** Which label is which class is in the settings (`positive`, `negative`), as is the normalisation. */
export interface Proposal {
  readonly format: Format;
  /** Rows that would be used, of `total` in the file. */
  readonly rows: number;
  readonly total: number;
  /** Incomplete rows that are left out. */
  readonly droppedRows: number;
  /** Name of the label's column (or of the labels' file); null where there is none to be found. */
  readonly label: string | null;
  /** Why this column: sentence. */
  readonly labelWhy: string;
  /** Label (as it is named) → rows that would be used, in the order shown: numbers ascending, words by code units. */
  readonly labels: ReadonlyMap<string, number>;
  readonly features: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly normalisation: Normalisation;
  readonly normalisationWhy: string;
  /** Labels of the two classes; disjoint. */
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  /** Whether the classes are a guess (more than two labels) that the person should look at. */
  readonly classesAreGuess: boolean;
  /** Sentences: how the bytes were understood, what is left out, what is noteworthy. */
  readonly notes: readonly string[];
}
