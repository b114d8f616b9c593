/** Work that is done in slices: yields between pieces of bounded cost, returns its result. */
export type Work<T = void> = Generator<undefined, T, void>;

/** Multiply–adds between two yields: about a millisecond or two of plain TypeScript. */
const WORK_PER_SLICE = 2e6;

/**
 * Runs `work(from, to)` over 0..rows in pieces of bounded cost and yields between them, so that whoever drives a run
 * can pause or cancel it in the middle of a long product. Where one piece is enough it is done at once, at the cost of
 * the call. The pieces do not change what is computed: every row is computed on its own.
 */
export function slices(rows: number, workPerRow: number, work: (from: number, to: number) => void): Work {
  const step = rowsPerSlice(workPerRow);
  if (rows > step) return pieces(rows, step, work);
  if (rows > 0) work(0, rows);
  return DONE;
}

/** Rows that are worth a slice: one at least. */
export function rowsPerSlice(workPerRow: number): number {
  return Math.max(1, Math.floor(WORK_PER_SLICE / Math.max(1, workPerRow)));
}

function* pieces(rows: number, step: number, work: (from: number, to: number) => void): Work {
  for (let from = 0; from < rows; from += step) {
    if (from > 0) yield;
    work(from, Math.min(rows, from + step));
  }
}

/** A normal of the streams costs about as much as so many multiply–adds. */
export const WORK_PER_NORMAL = 50;

/** Work that is done: a generator that has ended stays so, and serves all. */
export const DONE: Work = pieces(0, 1, () => undefined);

/**
 * A result that is there at once, as work. Making a generator costs more than most of what is known of groups of neurons.
 */
export class Settled<T> implements Work<T> {
  readonly done = true;

  constructor(readonly value: T) {}

  next(): this {
    return this;
  }

  return(value: T): Settled<T> {
    return new Settled(value);
  }

  throw(error: unknown): never {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** Tells work that is done in equal steps when to yield: after as many as are worth a slice. */
export class Pace {
  private done = 0;

  /** @param workPerStep multiply–adds of a step */
  constructor(private readonly workPerStep: number) {}

  /** Counts a step. @returns whether it is time to yield */
  isDue(): boolean {
    this.done += this.workPerStep;
    if (this.done < WORK_PER_SLICE) return false;
    this.done = 0;
    return true;
  }
}
