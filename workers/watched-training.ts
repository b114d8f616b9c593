import { Traces } from '../src/core/claims/trace.ts';
import { watching } from '../src/core/claims/watch.ts';
import type { Claim } from '../src/core/claims/claim.ts';
import type { Dataset } from '../src/core/experiment.ts';
import type { Recorder } from '../src/core/observe/recorder.ts';
import type { TheoryReport, WatchOrder } from '../src/protocol/theory.ts';
import { FollowedTraining } from './followed-training.ts';
import type { Train } from './training-run.ts';

/** One run with the claims watched along. It records nothing: what is drawn comes of the run that is on the page. */
export class WatchedTraining {
  readonly traces = new Traces();
  readonly training: FollowedTraining;
  readonly #key: string;
  readonly #watched: ReturnType<typeof watching>['watched'];

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
        const run = watched();
        if (run !== null) this.traces.take(t, run);
      },
    };
    this.training = new FollowedTraining(experiment, tracing, train, datasets);
  }

  report(): TheoryReport {
    const { epoch, end } = this.training;
    const watched = this.#watched();
    if (watched !== null && end?.kind === 'whole') this.traces.end(watched);
    const judged = watched?.judge() ?? [];
    return {
      ...{ key: this.#key, epoch, end },
      judged: judged.map(({ verdict, assumptions }) => ({ verdict, assumptions })),
      curves: end?.kind === 'whole' ? (watched?.curves() ?? []) : [],
    };
  }
}

/** Matrices are shown of the run on the page alone, so no room is kept for them here. */
const NOTHING: Recorder = {
  epoch: () => undefined,
  snapshot: () => undefined,
  siblings: Number.MAX_SAFE_INTEGER,
};
