import { EPOCHS, type Clock } from './clock.ts';

/** What an asymptotic claim is held against: a slope of y over x, or a constant that y is. */
export type Law = 'slope' | 'constant';

/** A fitted rate or constant, and the epochs, or points of a flow, that it was fitted over. */
export interface Measured {
  /** The slope, or the last value. */
  readonly fitted: number;
  /** As the paper has it; null where it only says that there is one. */
  readonly printed: number | null;
  /** The range of the values over the epochs of a constant; both the slope where that is fitted. */
  readonly least: number;
  readonly greatest: number;
  readonly from: number;
  readonly to: number;
  /** log t of the points `from` and `to` of a flow; absent where these are epochs. */
  readonly logTimes?: readonly [from: number, to: number];
  readonly points: number;
}

/** Points are kept that are at least so far apart on the run's clock: in epochs, of a flow in log t. */
const SPACING = 1.02;

/** A fit is over the last decade of the clock, of at least so many points. */
const DECADE = 10;
const LEAST_POINTS = 5;

interface Point {
  readonly t: number;
  /** The clock at t. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** y at an epoch, on the fitted line or on that of the printed rate. */
export type LinePoint = Pick<Point, 't' | 'y'>;

/** A line over epochs of its own, ascending. */
export interface Line {
  readonly epochs: Float64Array;
  readonly values: Float64Array;
}

/** What a fit was made of, y over t, for a chart: lines without points where there is no fit, or the paper has no rate. */
export interface FitCourse {
  readonly law: Law;
  readonly seen: Line;
  readonly fitted: Line;
  readonly printed: Line;
}

/** What an asymptotic claim's watch saw of one run: a few hundred points, however long the run is. */
export class Fit {
  private readonly points: Point[] = [];
  private last: Point | null = null;
  private epoch = 0;
  private now = 0;

  /** @param printed the paper's rate or constant */
  constructor(
    readonly law: Law,
    readonly printed: number | null,
    private readonly clock: Clock = EPOCHS,
  ) {}

  begin(epoch: number): void {
    this.epoch = epoch;
    this.now = this.clock.reading(epoch);
  }

  /** A point of the epoch under way; what is not finite is left out. */
  point(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const point = { t: this.epoch, at: this.now, x, y };
    const kept = this.points.at(-1);
    if (kept === undefined || this.now >= SPACING * kept.at) this.points.push(point);
    this.last = point;
  }

  /** Null while there are too few points. */
  measure(): Measured | null {
    const { law, printed } = this;
    const points = this.lastDecade();
    const last = points.at(-1);
    if (last === undefined || points.length < LEAST_POINTS) return null;
    const values = law === 'constant' ? points.map(({ y }) => y) : [lineOf(points).slope];
    const [first] = points;
    const range = {
      ...{ from: first!.t, to: last.t, points: points.length },
      ...(this.clock.isFlow && { logTimes: [first!.at, last.at] as const }),
    };
    const least = values.reduce((a, b) => Math.min(a, b));
    const greatest = values.reduce((a, b) => Math.max(a, b));
    return { fitted: values.at(-1)!, printed, least, greatest, ...range };
  }

  /** All points, the last one included. */
  seen(): readonly LinePoint[] {
    const { points, last } = this;
    return last === null ? [] : [...points.filter(({ t }) => t < last.t), last];
  }

  /** What was measured, as a line over the epochs of the fit; none while there are too few points. */
  fittedLine(): readonly LinePoint[] {
    const measured = this.measure();
    if (measured === null) return [];
    const points = this.lastDecade();
    const { x0, y0, slope } = lineOf(points);
    return points.map(({ t, x }) => ({
      t,
      y: this.law === 'constant' ? measured.fitted : y0 + slope * (x - x0),
    }));
  }

  /** The paper's rate through the last point, or its constant, over all epochs that have a point; none without a fit. */
  printedLine(): readonly LinePoint[] {
    const { printed, law, last } = this;
    if (printed === null || last === null || this.measure() === null) return [];
    const points = this.points.filter(({ t }) => t < last.t);
    return [...points, last].map(({ t, x }) => ({
      t,
      y: law === 'constant' ? printed : last.y + printed * (x - last.x),
    }));
  }

  /** The points of the last decade of the clock, the last one included. */
  private lastDecade(): readonly Point[] {
    const { last, points } = this;
    return last === null ? [] : [...points.filter(({ at, t }) => at >= last.at / DECADE && t < last.t), last];
  }
}

/** Least squares of y on x: y = y₀ + slope·(x − x₀). */
function lineOf(points: readonly Point[]): { x0: number; y0: number; slope: number } {
  const mean = (of: 'x' | 'y'): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x0, y0] = [mean('x'), mean('y')];
  let above = 0;
  let below = 0;
  for (const { x, y } of points) {
    above += (x - x0) * (y - y0);
    below += (x - x0) * (x - x0);
  }
  return { x0, y0, slope: above / below };
}
