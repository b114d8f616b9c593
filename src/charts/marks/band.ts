import type { Path } from './line.ts';

/**
 * Traces the region between two curves over the same xs. Where the lower one has no place (mean − 3 s ≤ 0 on a
 * logarithmic axis) it runs along the bottom; where the upper one has none, the band ends.
 */
export function traceBand(
  path: Path & Pick<CanvasRenderingContext2D, 'closePath'>,
  xs: Float64Array,
  count: number,
  upper: (index: number) => number,
  lower: (index: number) => number,
  bottom: number,
): void {
  path.beginPath();
  let start = 0;
  while (start < count) {
    if (Number.isNaN(upper(start))) {
      start++;
      continue;
    }
    let end = start;
    path.moveTo(xs[start]!, upper(start));
    while (end + 1 < count && !Number.isNaN(upper(end + 1))) path.lineTo(xs[++end]!, upper(end));
    for (let k = end; k >= start; k--) {
      const y = lower(k);
      path.lineTo(xs[k]!, Number.isNaN(y) ? bottom : Math.min(bottom, y));
    }
    path.closePath();
    start = end + 1;
  }
}
