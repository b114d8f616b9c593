import type { FitCourse } from './fit.ts';
import type { Reading, Relation } from './slacks.ts';
import type { WatchedRun } from './watch.ts';

/** A claim over a run: a column an entry for each comparison, epochs ascending. */
export interface Trace {
  readonly epochs: Float64Array;
  readonly slacks: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly relation: Relation;
}

/** A trace has at most so many points: twice what a chart of it has places. */
const MOST_POINTS = 1_024;

/** One claim's comparisons: all of them while they are few, then the least slack of ever more neighbours. */
class Tracing {
  private readings: Reading[] = [];
  /** Comparisons that one point stands for. */
  private each = 1;
  private inLast = 0;

  take(reading: Reading): void {
    const { readings, each } = this;
    const last = readings.length - 1;
    if (last >= 0 && this.inLast < each) {
      this.inLast++;
      if (reading.slack < readings[last]!.slack) readings[last] = reading;
      return;
    }
    readings.push(reading);
    this.inLast = 1;
    if (readings.length === MOST_POINTS) this.halve();
  }

  trace(): Trace | null {
    const { readings } = this;
    if (readings.length === 0) return null;
    const column = (of: (reading: Reading) => number): Float64Array => Float64Array.from(readings, of);
    return {
      epochs: column(({ epoch }) => epoch),
      slacks: column(({ slack }) => slack),
      left: column(({ left }) => left),
      right: column(({ right }) => right),
      relation: readings[0]!.relation,
    };
  }

  private halve(): void {
    const { readings } = this;
    this.readings = readings.flatMap((reading, k) => {
      if (k % 2 === 1) return [];
      const next = readings[k + 1]!;
      return [next.slack < reading.slack ? next : reading];
    });
    this.each *= 2;
    // All points stand for as many as the next one will, the last included.
    this.inLast = this.each;
  }
}

/** The comparisons and fits of all claims of one run, for charts of them. */
export class Traces {
  private readonly tracings = new Map<string, Tracing>();
  private courses: ReadonlyMap<string, FitCourse> = new Map();

  /** Takes what was compared at an epoch, after the run took it. */
  take(t: number, run: WatchedRun): void {
    run.latest().forEach((reading, k) => {
      // A thinned claim's last comparison may be of an epoch before.
      if (reading?.epoch !== t) return;
      const { id } = run.claims[k]!;
      let tracing = this.tracings.get(id);
      if (tracing === undefined) this.tracings.set(id, (tracing = new Tracing()));
      tracing.take(reading);
    });
  }

  /** Takes what was fitted, at the end of the run. */
  end(run: WatchedRun): void {
    this.courses = run.courses();
  }

  /** Of an asymptotic claim, of a run that is whole; else null. */
  fitOf(id: string): FitCourse | null {
    return this.courses.get(id) ?? null;
  }

  /** Null where a claim made no comparison. */
  of(id: string): Trace | null {
    return this.tracings.get(id)?.trace() ?? null;
  }
}
