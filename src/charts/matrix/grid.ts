/** Width over height at which a picture of a matrix is best read. */
const SHAPE = 1.3;

/** Columns of a grid of `count` pictures in a box, in which each is as large as can be. */
export function gridColumns(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= count; columns++) {
    const size = Math.min(width / columns / SHAPE, height / Math.ceil(count / columns));
    if (size > largest) [best, largest] = [columns, size];
  }
  return best;
}
