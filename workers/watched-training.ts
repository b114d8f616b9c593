import { Traces } from '../src/core/claims/trace.ts';
import { watching } from '../src/core/claims/watch.ts';
import type { Claim } from '../src/core/claims/claim.ts';
import type { Dataset } from '../src/core/experiment.ts';
import type { Recorder } from '../src/core/observe/recorder.ts';
import type { TheoryReport, WatchOrder } from '../src/protocol/theory.ts';
import type { Train } from './training-run.ts';

/** One run with the claims watched along. It records nothing: what is drawn comes of the run that is on the page. */
export class WatchedTraining {
  readonly traces = new Traces();
  readonly #key: string;
  readonly #generator: ReturnType<Train>;
  readonly #watched: ReturnType<typeof watching>['watched'];
  #epoch = 0;
  #end: TheoryReport['end'] = null;

  constructor(
    { key, experiment }: WatchOrder,
    train: Train,
    claims: readonly Claim[],
    datasets: ReadonlyMap<string, Dataset>,
  ) {
    this.#key = key;
    const { recorder, watched } = watching(NOTHING, claims);
    this.#watched = watched;
    const tracing: Recorder = {
      ...recorder,
      epoch: (t, scalars, margins) => {
        recorder.epoch(t, scalars, margins);
        this.#epoch = t;
        const run = watched();
        if (run !== null) this.traces.take(t, run);
      },
    };
    this.#generator = train(experiment, tracing, datasets);
  }

  /** Computes until `isOver`, or the end of the run. @returns whether it is at its end */
  compute(isOver: () => boolean): boolean {
    try {
      do {
        if (this.#generator.next().done === true) this.#end = { kind: 'whole' };
      } while (this.#end === null && !isOver());
    } catch (error) {
      this.#end = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    return this.#end !== null;
  }

  report(): TheoryReport {
    const watched = this.#watched();
    const judged = watched?.judge() ?? [];
    return {
      key: this.#key,
      epoch: this.#epoch,
      end: this.#end,
      judged: judged.map(({ verdict, assumptions }) => ({ verdict, assumptions })),
      curves: this.#end?.kind === 'whole' ? (watched?.curves() ?? []) : [],
    };
  }

  /** Gives back the memory of its kernels. */
  cancel(): void {
    this.#generator.return({ kind: 'finished' });
  }
}

/** Matrices are shown of the run on the page alone, so no room is kept for them here. */
const NOTHING: Recorder = {
  epoch: () => undefined,
  snapshot: () => undefined,
  siblings: Number.MAX_SAFE_INTEGER,
};
