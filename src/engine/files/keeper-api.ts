/** Files that were opened together before: what is known of them without their bytes. */
export interface KeptFiles {
  /** Names their content. */
  readonly key: string;
  readonly names: readonly string[];
  /** Of all of them, in bytes. */
  readonly size: number;
  /** When they were last opened: milliseconds since 1970. */
  readonly at: number;
  /** Fingerprints of the data that were made of them: links name these. */
  readonly datasets: readonly string[];
}

/**
 * Files opened before, in the browser's own database. Where there is none (private windows), nothing is kept. Nothing
 * here is thrown; what could not be done is a sentence for the person.
 */
export interface FileKeeper {
  /** Newest first. */
  list(): Promise<readonly KeptFiles[]>;
  /**
   * Keeps files that were opened; the oldest make room for them.
   * @param dataset fingerprint of the data made of them
   * @param at milliseconds since 1970
   */
  keep(files: readonly File[], dataset: string, at: number): Promise<string | null>;
  /** Null where they are there no more. */
  open(key: string): Promise<readonly File[] | null>;
  forget(key: string): Promise<string | null>;
  forgetAll(): Promise<string | null>;
}

export const notKept = (names: string): string =>
  `This browser keeps no files here: open ${names} again after a reload.`;

export const NOT_FORGOTTEN =
  'This browser did not let them be forgotten: its settings for this site’s data can clear everything.';
