import { clockOf, type Clock } from './clock.ts';
import type { Start, State } from './state.ts';

/** Something that several watches read of an epoch: made when it is first asked for, and then the same for all. */
export interface Statistic<T> {
  /** Of the epoch's state; what it gives may be used again for the next epoch. */
  readonly at: (state: State) => T;
  /** Called at the end of every epoch, for what the next one compares with; `due`: whether thinned claims are watched then. */
  readonly keep?: (state: State, due: boolean) => void;
}

/**
 * A run as its watches see it: what is known at its start, Z(0), and what they share. What no watch asks for when it is
 * made is not computed in any epoch.
 */
export class Run {
  readonly m: number;
  readonly n: number;
  /** y_i, n entries. */
  readonly y: Float64Array;
  /** Z(0) = W(0) Uᵀ, 2m×K. */
  readonly z0: Float64Array;
  readonly clock: Clock;
  private readonly derived = new Map<unknown, unknown>();
  private readonly readers = new Map<unknown, unknown>();
  private readonly keepers: ((state: State, due: boolean) => void)[] = [];

  /** @param first the state at t = 0 */
  constructor(
    readonly start: Start,
    first: State,
  ) {
    this.m = start.facts.neurons / 2;
    this.n = start.facts.n;
    this.y = start.facts.labels;
    this.z0 = first.z.slice();
    this.clock = clockOf(start.logTimes);
  }

  /** What `make` makes of this run, made once. */
  derive<T>(make: (run: Run) => T): T {
    if (!this.derived.has(make)) this.derived.set(make, make(this));
    return this.derived.get(make) as T;
  }

  /** A statistic that all watches of this run share; to be asked for while a watch is made. */
  share<T>(make: (run: Run) => Statistic<T>): (state: State) => T {
    if (!this.readers.has(make)) this.readers.set(make, this.reader(make(this)));
    return this.readers.get(make) as (state: State) => T;
  }

  /** Ends an epoch. @param due whether thinned claims are watched at the next */
  keep(state: State, due: boolean): void {
    for (const keep of this.keepers) keep(state, due);
  }

  private reader<T>(statistic: Statistic<T>): (state: State) => T {
    const { keep } = statistic;
    if (keep !== undefined) this.keepers.push(keep);
    let epoch = -1;
    let value: T;
    return (state) => {
      if (state.t !== epoch) {
        value = statistic.at(state);
        epoch = state.t;
      }
      return value;
    };
  }
}
