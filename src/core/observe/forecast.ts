import type { Kernels } from '../kernels/kernels.ts';
import { fillNormals } from '../random/stream.ts';

/** Products up to which an eigenvector is taken to have moved evenly. */
const FEW_STEPS = 8;

/**
 * Where a unit vector that moves from epoch to epoch will be next: where it is, on a line through the last two, or on a
 * parabola through the last three, whichever would have been closest this time.
 */
export class Forecast {
  /** The forecast, not of unit length; whoever uses it leaves the vector itself here. */
  readonly next: Float64Array;
  /** v(t), v(t−1), v(t−2). */
  last: Float64Array;
  private before: Float64Array;
  private earlier: Float64Array;
  /** Vectors known. */
  private known = 0;

  constructor(
    private readonly dimension: number,
    private readonly kernels: Kernels,
  ) {
    this.next = kernels.allocate(dimension);
    this.last = kernels.allocate(dimension);
    this.before = kernels.allocate(dimension);
    this.earlier = kernels.allocate(dimension);
    // The first start is a fixed draw; no property of the run hangs on it.
    fillNormals(0, 'start', 0, this.next, 0, dimension);
  }

  /** Takes the vector that was left in `next`, found with so many products, and replaces it by the next forecast. */
  took(steps: number): void {
    const { next, dimension, last, before, earlier } = this;
    this.known = steps > FEW_STEPS ? 1 : Math.min(3, this.known + 1);
    this.kernels.forecast(next, last, before, earlier, dimension, this.known);
    // The oldest vector's place took the newest one.
    this.last = earlier;
    this.before = last;
    this.earlier = before;
  }
}
