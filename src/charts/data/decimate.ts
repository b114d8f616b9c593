/**
 * Thins a curve to what its pixels can show: of all points in one pixel column it keeps the first, the smallest,
 * the largest and the last, in their order (the idea of uPlot), so no extreme is lost and the cost of drawing is
 * that of the screen. Points without a place (NaN) become one gap where a whole column has no other.
 *
 * @param xs ascending pixel positions, `count` entries
 * @param ys pixel positions or NaN, `count` entries
 * @param out x, y pairs; room for {@link decimatedLength} entries
 * @returns the number of points written
 */
export function decimateInto(xs: Float64Array, ys: Float64Array, count: number, out: Float64Array): number {
  let points = 0;
  let i = 0;
  while (i < count) {
    const column = Math.floor(xs[i]!);
    let first = -1;
    let last = first;
    let low = first;
    let high = first;
    const start = i;
    for (; i < count && Math.floor(xs[i]!) === column; i++) {
      const y = ys[i]!;
      if (y !== y) continue;
      if (first < 0) first = low = high = i;
      last = i;
      if (y < ys[low]!) low = i;
      if (y > ys[high]!) high = i;
    }
    if (first < 0) {
      if (points > 0 && out[2 * points - 1]! === out[2 * points - 1]!)
        points = push(out, points, xs[start]!, NaN);
      continue;
    }
    const second = low < high ? low : high;
    const third = low < high ? high : low;
    // In the order first ≤ second ≤ third ≤ last: equal ones are neighbours.
    points = push(out, points, xs[first]!, ys[first]!);
    if (second !== first) points = push(out, points, xs[second]!, ys[second]!);
    if (third !== second) points = push(out, points, xs[third]!, ys[third]!);
    if (last !== third) points = push(out, points, xs[last]!, ys[last]!);
  }
  return points;
}

/** Entries of `out` that a curve of `count` points over `columns` pixel columns may need. */
export function decimatedLength(count: number, columns: number): number {
  return 2 * Math.min(count, 4 * (Math.ceil(columns) + 2)) + 2;
}

function push(out: Float64Array, points: number, x: number, y: number): number {
  out[2 * points] = x;
  out[2 * points + 1] = y;
  return points + 1;
}
