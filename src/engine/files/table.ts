/** What a reader makes of a file (DESIGN §12): a table of columns, or images. Types only; every format's reader gives one of these. */

/** The formats that are read, as `lab inspect` prints them. */
export type Format = 'csv' | 'idx' | 'npy' | 'npz' | 'libsvm' | 'arff' | 'parquet' | 'cifar-10' | 'cifar-100';

/** A number, a word, or null where nothing (or `?`, `NA`, `NaN`, `null`, …) stands. */
export type Cell = number | string | null;

/** What is known of a column over *all* rows of the file, kept or not. */
export interface ColumnFacts {
  /** Cells that are finite numbers, that are other words, and that are missing; they add up to the table's `total`. */
  readonly numbers: number;
  readonly words: number;
  readonly missing: number;
  /** Whether all numbers are whole. */
  readonly whole: boolean;
  /** Least and largest number; NaN without numbers. */
  readonly least: number;
  readonly most: number;
  /** Whether each number is one more than the one before: a running number of rows. */
  readonly running: boolean;
  /** Different values (numbers as `String(number)`, so 4, 4.0 and " 4" are one) → rows, in order of first sight; null: more than `maxDistinct` (columns/facts.ts) of them. */
  readonly values: ReadonlyMap<string, number> | null;
}

export interface Column {
  /** From the file's header, or "column k", k from 1. */
  readonly name: string;
  /** Whether the file names it. */
  readonly named: boolean;
  /**
   * What the format declares (ARFF, Parquet, NumPy, LIBSVM): its type, or that it is the label. Nominal columns are
   * never features by themselves.
   */
  readonly declared: 'number' | 'nominal' | 'text' | 'label' | null;
  /** How a text writes its numbers, where that is not plain: 1,234 or 12% or $5; or that + and − are its words. */
  readonly notation?: 'grouped' | 'percent' | 'currency' | 'signs';
  readonly facts: ColumnFacts;
  /** Of kept row `row`, 0-based. */
  at(row: number): Cell;
}

export interface Table {
  readonly kind: 'table';
  readonly format: Format;
  /** The file's name (inside an archive: the entry's, after the archive's: "a.zip/b.csv"). */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows kept: all, or a sample without replacement drawn by the file's own content and SAMPLE_SEED, in the file's order. */
  readonly count: number;
  /** Rows in the file. */
  readonly total: number;
  /** Row of the file (from 1, the header counted) of each kept row, for messages. */
  lineOf(row: number): number;
  /** Index (from 0) of a kept row among the `total` rows: its place in a file of labels apart. */
  indexOf(row: number): number;
  /** How the bytes were understood: delimiter, encoding, header, comments skipped, sampled … sentences for the person. */
  readonly notes: readonly string[];
}

/** Pictures, or anything of bytes and one shape: IDX, CIFAR-10, arrays of three dimensions and more. */
export interface Images {
  readonly kind: 'images';
  readonly format: Format;
  readonly name: string;
  /** Of one image: [height, width] or [height, width, channels] in the order of `values`. */
  readonly shape: readonly number[];
  /** count×dim, row-major; dim = product of `shape`. */
  readonly values: Uint8Array | Float64Array;
  readonly count: number;
  readonly total: number;
  /** Index (from 0) of a kept image among the `total` ones: its place in a file of labels apart. */
  indexOf(image: number): number;
  /** A label a kept image where the file has them (CIFAR-10, npz); null where they are in a file of their own. */
  readonly labels: readonly Cell[] | null;
  readonly notes: readonly string[];
}

/** Labels in a file of their own: IDX of one dimension, a single column, `.npy` of one dimension. */
export interface Labels {
  readonly kind: 'labels';
  readonly format: Format;
  readonly name: string;
  readonly values: readonly Cell[];
  readonly notes: readonly string[];
}

/** What one file (or one entry of an archive) was read as. */
export type Part = Table | Images | Labels;

/** What a reader is given beside the bytes. */
export interface ReadOptions {
  /** Called now and then with a share 0..1 of the bytes read, or null where the size is unknown. */
  readonly progress: (share: number | null, rows: number) => void;
  /** Aborted: the reader throws `signal.reason`. */
  readonly signal: AbortSignal;
  /** Takes a turn of the event loop when enough work was done since the last: keeps tasks short. */
  readonly breathe: () => Promise<void>;
}
