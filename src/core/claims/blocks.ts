/** Entries that are gone through at once, column by column: a part of the cache. */
const BLOCK = 4_096;

/** Rows of a matrix that are gone through at once; all of one class, 0 the positive neurons. */
export interface Block {
  readonly part: 0 | 1;
  readonly from: number;
  readonly to: number;
}

/** The 2m rows of a matrix with `width` columns, in blocks. */
export function blocksOf(m: number, width: number): readonly Block[] {
  const rows = Math.max(8, Math.floor(BLOCK / width));
  const blocks: Block[] = [];
  for (const part of [0, 1] as const) {
    const end = (part + 1) * m;
    for (let from = part * m; from < end; from += rows) {
      blocks.push({ part, from, to: Math.min(end, from + rows) });
    }
  }
  return blocks;
}
