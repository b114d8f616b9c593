/** Work that is done in slices: yields between pieces of bounded cost, returns its result. */
export type Work<T = void> = Generator<undefined, T, void>;

/** Multiply–adds between two yields: about a millisecond or two of plain TypeScript. */
const WORK_PER_SLICE = 2e6;

/**
 * Runs `work(from, to)` over 0..rows in pieces of bounded cost and yields between them, so that whoever drives a run
 * can pause or cancel it in the middle of a long product. Does not yield when one piece is enough. The pieces do not
 * change what is computed: every row is computed on its own.
 */
export function* slices(rows: number, workPerRow: number, work: (from: number, to: number) => void): Work {
  const step = Math.max(1, Math.floor(WORK_PER_SLICE / Math.max(1, workPerRow)));
  for (let from = 0; from < rows; from += step) {
    if (from > 0) yield;
    work(from, Math.min(rows, from + step));
  }
}

/**
 * Work that yields after every step, made to yield only when the steps since the last yield were worth a slice.
 *
 * @param workPerStep multiply–adds of a step
 */
export function* paced<T>(work: Work<T>, workPerStep: number): Work<T> {
  for (let done = 0; ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    done += workPerStep;
    if (done < WORK_PER_SLICE) continue;
    done = 0;
    yield;
  }
}
