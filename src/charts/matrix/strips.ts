/**
 * How the cells along one side of a matrix lie on whole pixels, class by class: in strips of one cell each or, where
 * there are more cells than pixels, in strips of one pixel that whole cells share. No strip has cells of both classes.
 */
export interface Strips {
  readonly count: number;
  /** Strip k has the shown cells first[k] ≤ c < first[k + 1]; count + 1 entries. */
  readonly first: Int32Array;
  /** First pixel of each strip, and how many it has. */
  readonly start: Int32Array;
  readonly size: Int32Array;
  /** Strips of the first class. */
  readonly split: number;
  /** Pixels in all, those between the classes included. */
  readonly length: number;
}

/**
 * Cells fill the room; those of a class differ by one pixel at most.
 * @param cells how many, and how many of them are of the first class
 * @param room pixels there are
 * @param gap pixels between the classes
 * @param most a cell's largest side
 */
export function stripsOf(
  cells: { readonly all: number; readonly first: number },
  room: number,
  gap: number,
  most: number,
): Strips {
  const counts = [cells.first, cells.all - cells.first] as const;
  const between = counts[0] > 0 && counts[1] > 0 ? gap : 0;
  const least = Math.min(1, counts[0]) + Math.min(1, counts[1]);
  const pixels = Math.max(least, Math.min(Math.floor(room) - between, cells.all * most));
  const share = cells.all === 0 ? 0 : Math.round((pixels * counts[0]) / cells.all);
  const ofFirst = Math.max(Math.min(1, counts[0]), Math.min(pixels - Math.min(1, counts[1]), share));
  const parts = [
    { cells: counts[0], from: 0, pixels: ofFirst, at: 0 },
    { cells: counts[1], from: counts[0], pixels: pixels - ofFirst, at: ofFirst + between },
  ].map((part) => ({ ...part, strips: Math.min(part.cells, part.pixels) }));
  // Whole numbers k·length/strips, rounded down: sizes differ by one, evenly spread.
  const edges = (length: number, strips: number, k: number): number => Math.floor((k * length) / strips);
  const strips = parts.flatMap((part) =>
    Array.from({ length: part.strips }, (_, k) => {
      const start = edges(part.pixels, part.strips, k);
      return {
        first: part.from + edges(part.cells, part.strips, k),
        start: part.at + start,
        size: edges(part.pixels, part.strips, k + 1) - start,
      };
    }),
  );
  return {
    count: strips.length,
    first: Int32Array.from([...strips.map(({ first }) => first), cells.all]),
    start: Int32Array.from(strips, ({ start }) => start),
    size: Int32Array.from(strips, ({ size }) => size),
    split: parts[0]!.strips,
    length: pixels + between,
  };
}

/** One cell on so many pixels. */
export const oneStrip = (pixels: number): Strips => stripsOf({ all: 1, first: 1 }, pixels, 0, pixels);

/** Index of the last entry ≤ value among the first `count` of an ascending array; −1 if there is none. */
function lastUpTo(ascending: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The strip under a pixel, or null beside them and between the classes. */
export function stripAt({ count, start, size }: Strips, pixel: number): number | null {
  const strip = lastUpTo(start, count, pixel);
  return strip >= 0 && pixel < start[strip]! + size[strip]! ? strip : null;
}

/** The strip that a shown cell is in. */
export const stripOf = ({ count, first }: Strips, cell: number): number => lastUpTo(first, count, cell);

/** How many cells share a pixel, least and most; 1 and 1 where each has its own. */
export function shared({ count, first }: Strips): { readonly least: number; readonly most: number } {
  const sizes = Array.from({ length: count }, (_, k) => first[k + 1]! - first[k]!);
  return { least: Math.min(1e9, ...sizes), most: Math.max(1, ...sizes) };
}
