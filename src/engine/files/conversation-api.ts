import type { SealedData } from './dataset/seal.ts';
import type { Choice, Proposal } from './proposal.ts';

/** Columns of a table that are shown at once, beside the label's. */
export const COLUMNS_SHOWN = 24;

/** A column of the table as it is shown: its head, and what becomes of it. */
export interface ColumnShown {
  /** 0-based, in the file. */
  readonly index: number;
  readonly name: string;
  readonly role: 'label' | 'feature' | 'indicators' | 'left-out';
  /** Why it is left out; null where it is not. */
  readonly why: string | null;
  /** It has words: they can become indicator columns. */
  readonly hasWords: boolean;
  /** Cells in which nothing stands, over all rows. */
  readonly missing: number;
}

/** One of the table's first rows. */
export interface RowShown {
  /** Its number in the file, from 1. */
  readonly line: number;
  /** One for each column shown; null: nothing stands there. */
  readonly cells: readonly (string | null)[];
}

/** One picture of a label, as RGBA bytes. */
export interface PictureShown {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The proposal, and as much of the files as is looked at: small, whatever their size. */
export interface Preview {
  readonly proposal: Proposal;
  /** What they are called, in the order of reading. */
  readonly names: readonly string[];
  /** Of one image: height, width and perhaps channels; null of tables. */
  readonly shape: readonly number[] | null;
  /** Columns in the file; 0 of images. */
  readonly columnCount: number;
  /** The window of columns that was asked for; the label's column comes first, wherever it stands. */
  readonly columns: readonly ColumnShown[];
  readonly rows: readonly RowShown[];
  readonly pictures: readonly PictureShown[];
  /** Numbers that a point would have. */
  readonly dim: number;
}

export type Answer =
  /** `paired`: the half given before is part of it. */
  | { readonly kind: 'preview'; readonly preview: Preview; readonly paired: boolean }
  /** One file of a pair was given. */
  | {
      readonly kind: 'half';
      readonly has: 'images' | 'labels';
      readonly name: string;
      readonly count: number;
    }
  | {
      readonly kind: 'problem';
      readonly code: string;
      readonly message: string;
      readonly row: number | null;
    };

export type BuildAnswer =
  { readonly kind: 'built'; readonly built: SealedData } | Extract<Answer, { readonly kind: 'problem' }>;

/** How far reading has come: a share of the bytes (null: not known), and rows. */
export type ReadProgress = (share: number | null, rows: number) => void;

/** The files' worker, as the page speaks to it. One conversation at a time. */
export interface FilesApi {
  /**
   * Reads files and proposes. `waiting`: half of a pair given before, read with them where they are the other half.
   * Never throws for what is in the files.
   */
  read(
    files: readonly File[],
    waiting: readonly File[],
    choice: Choice,
    progress: ReadProgress,
  ): Promise<Answer>;
  /** What was read last, under another choice; `from`: the first column of the window. */
  look(choice: Choice, from: number): Promise<Answer>;
  /** @param wanted the id that a link names, or '': links of before say nothing of how a table is read (buildWanted) */
  build(choice: Choice, wanted: string): Promise<BuildAnswer>;
  /** Ends a reading; its `read` rejects. */
  cancel(): void;
}
