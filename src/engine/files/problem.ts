/** What is wrong with a file, in words for its owner; never shown as a stack. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  /** Kebab-case and stable: programs may rely on it. */
  readonly code: string;
  /** Row of the file, from 1, the header and skipped lines counted; null where it concerns no row. */
  readonly row: number | null;

  constructor(message: string, code = 'unreadable', row: number | null = null) {
    super(message);
    this.code = code;
    this.row = row;
  }
}
