/** Where a command writes. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether a person looks on, who gets a bar in place of lines. */
  readonly isTerminal?: boolean;
}
