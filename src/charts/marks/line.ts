/** What the marks need of a canvas: tests pass a recorder of calls. */
export type Path = Pick<CanvasRenderingContext2D, 'beginPath' | 'moveTo' | 'lineTo'>;

/** Traces x, y pairs; NaN y is a gap. A point between gaps gets a stub of one pixel so that it shows. */
export function tracePoints(path: Path, points: Float64Array, count: number): void {
  path.beginPath();
  let pen = false;
  for (let k = 0; k < count; k++) {
    const x = points[2 * k]!;
    const y = points[2 * k + 1]!;
    if (y !== y) {
      pen = false;
      continue;
    }
    if (pen) path.lineTo(x, y);
    else {
      path.moveTo(x, y);
      const next = points[2 * k + 3];
      if (k + 1 >= count || next !== next) path.lineTo(x + 1, y);
    }
    pen = true;
  }
}
