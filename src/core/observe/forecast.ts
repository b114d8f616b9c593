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
  private readonly errors: Float64Array;
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
    this.errors = kernels.allocate(3);
    // The first start is a fixed draw; no property of the run hangs on it.
    fillNormals(0, 'start', 0, this.next, 0, dimension);
  }

  /** Takes the vector that was left in `next`, found with so many products, and replaces it by the next forecast. */
  took(steps: number): void {
    const { next, dimension, kernels, last, before, earlier, errors } = this;
    // Eigenvectors have no sign: −v = v − 2v.
    if (kernels.dot(next, last, dimension) < 0) kernels.addScaled(-2, next, next, dimension);
    kernels.forecastErrors(next, last, before, earlier, dimension, errors);
    this.known = steps > FEW_STEPS ? 1 : Math.min(3, this.known + 1);
    const order = this.bestOrder(errors[0]!, errors[1]!, errors[2]!);
    // The oldest vector's place takes the newest one.
    earlier.set(next);
    if (order > 0) kernels.extrapolate(order === 2, next, last, before, dimension);
    this.last = earlier;
    this.before = last;
    this.earlier = before;
  }

  private bestOrder(stay: number, line: number, parabola: number): 0 | 1 | 2 {
    if (this.known < 2) return 0;
    // As many forecasts as there were vectors to make them of.
    if (this.known < 3) return 1;
    if (parabola < line && parabola < stay) return 2;
    return line < stay ? 1 : 0;
  }
}
