import { EPOCHS, type Clock } from './clock.ts';
import type { ScalarName } from '../observe/quantities.ts';

/** What a claim's curve is drawn beside: a recorded scalar, the mean of the two classes' stable ranks, or the margins. */
export type Beside = ScalarName | 'meanStableRank' | 'margins';

/** What a claim adds to the charts of what it is about. */
export interface Drawing {
  /**
   * `bound`: a side of its comparison. `mark`: an epoch with a meaning. Of an asymptotic claim `fitted`, what was fitted,
   * over the epochs of the fit, and `printed`, the paper's rate through the last point, or its constant.
   */
  readonly as: 'bound' | 'mark' | 'fitted' | 'printed';
  readonly beside: readonly Beside[];
  /** Short; "{}" stands for the curve's number. */
  readonly label: string;
}

/** A drawing on one run. */
export interface Curve {
  /** The claim's id. */
  readonly claim: string;
  readonly drawing: Drawing;
  /** The rate, constant or epoch; null for a bound. */
  readonly number: number | null;
  /** Whether all that the claim assumes is met. */
  readonly met: boolean;
  /** Ascending; the curve's values at them. Those of a mark are empty. */
  readonly epochs: Float64Array;
  readonly values: Float64Array;
}

/** What is known of a curve without its claim. */
export type Drawn = Pick<Curve, 'drawing' | 'number' | 'epochs' | 'values'>;

/** Points are kept that are apart by this factor, or by this share of the run: enough for either time axis. */
const FACTOR = 1.06;
const SHARE = 1 / 128;

/** Values over a run, as many as a chart of them needs: a few hundred epochs, and the last. */
export class Course {
  private readonly epochs: number[] = [];
  private readonly values: number[] = [];
  /** The epoch of the last value that is kept for good. */
  private kept = -1;
  /** The newest value, which stands in for the next until that is far enough: t and the value. */
  private newest = -1;
  private value = NaN;

  /** @param end the run's last epoch */
  constructor(private readonly end: number) {}

  /** In the order of t; what is not finite is left out. */
  take(t: number, value: number): void {
    if (!Number.isFinite(value)) return;
    const { kept, end } = this;
    this.newest = t;
    this.value = value;
    if (kept >= 0 && t < Math.min(FACTOR * kept, kept + end * SHARE)) return;
    this.epochs.push(t);
    this.values.push(value);
    this.kept = t;
  }

  get last(): number | null {
    return this.newest < 0 ? null : this.value;
  }

  columns(): Pick<Curve, 'epochs' | 'values'> {
    const { epochs, values, newest, kept, value } = this;
    return newest === kept
      ? { epochs: Float64Array.from(epochs), values: Float64Array.from(values) }
      : { epochs: Float64Array.from([...epochs, newest]), values: Float64Array.from([...values, value]) };
  }
}

/** The curves of a claim that is compared at every epoch: what its watch draws, a course each. */
export class Sketch {
  private readonly courses: readonly Course[];

  constructor(
    private readonly drawings: readonly Drawing[],
    end: number,
    private readonly clock: Clock = EPOCHS,
  ) {
    this.courses = drawings.map(() => new Course(end));
  }

  take(t: number, values: readonly number[]): void {
    const { courses } = this;
    for (let k = 0; k < courses.length; k++) courses[k]!.take(t, values[k] ?? NaN);
  }

  /** Those of which there is something. */
  drawn(): readonly Drawn[] {
    return this.drawings.flatMap((drawing, k): Drawn[] => {
      const course = this.courses[k]!;
      if (course.last === null) return [];
      return drawing.as === 'mark'
        ? [{ drawing: this.timed(drawing, course.last), number: course.last, ...EMPTY }]
        : [{ drawing, number: null, ...course.columns() }];
    });
  }

  /** A mark's own number is that of a point, which says nothing of a flow's time. */
  private timed(drawing: Drawing, point: number): Drawing {
    const { clock } = this;
    if (!clock.isFlow) return drawing;
    const logTime = String(Number(clock.logTime(point).toPrecision(3))).replace('-', '−');
    return { ...drawing, label: drawing.label.replace('{}', `e^${logTime}`) };
  }
}

const EMPTY = { epochs: new Float64Array(0), values: new Float64Array(0) };
