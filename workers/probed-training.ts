import type { Dataset } from '../src/core/experiment.ts';
import { Probing } from '../src/core/probe/probing.ts';
import type { ProbeName } from '../src/core/probe/quantities.ts';
import type { ProbeReport, WatchOrder } from '../src/protocol/theory.ts';
import { FollowedTraining } from './followed-training.ts';
import type { Train } from './training-run.ts';

/** One run with probes measured along. */
export class ProbedTraining {
  readonly training: FollowedTraining;
  readonly #key: string;
  readonly #probing: Probing;

  constructor(
    { key, experiment }: WatchOrder,
    train: Train,
    names: readonly ProbeName[],
    datasets: ReadonlyMap<string, Dataset>,
  ) {
    this.#key = key;
    this.#probing = new Probing(names);
    this.training = new FollowedTraining(experiment, this.#probing.recorder, train, datasets);
  }

  report(): ProbeReport {
    const { epoch, end } = this.training;
    const { columns, limit } = this.#probing;
    return { key: this.#key, epoch, end, columns, limit };
  }
}
