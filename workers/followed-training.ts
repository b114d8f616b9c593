import type { Dataset, Experiment } from '../src/core/experiment.ts';
import type { Recorder } from '../src/core/observe/recorder.ts';
import type { TheoryReport } from '../src/protocol/theory.ts';
import type { Train } from './training-run.ts';

/** A run that is trained again for what is looked at beside its recording. */
export class FollowedTraining {
  /** The newest recorded epoch. */
  epoch = 0;
  end: TheoryReport['end'] = null;
  readonly #generator: ReturnType<Train>;

  constructor(
    experiment: Experiment,
    recorder: Recorder,
    train: Train,
    datasets: ReadonlyMap<string, Dataset>,
  ) {
    const following: Recorder = {
      ...recorder,
      epoch: (t, scalars, margins) => {
        recorder.epoch(t, scalars, margins);
        this.epoch = t;
      },
    };
    this.#generator = train(experiment, following, datasets);
  }

  /** Computes until `isOver`, or the end of the run. @returns whether it is at its end */
  compute(isOver: () => boolean): boolean {
    try {
      do {
        if (this.#generator.next().done === true) this.end = { kind: 'whole' };
      } while (this.end === null && !isOver());
    } catch (error) {
      this.end = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    return this.end !== null;
  }

  /** Gives back the memory of its kernels. */
  cancel(): void {
    this.#generator.return({ kind: 'finished' });
  }
}
