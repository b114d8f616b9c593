import type { Dataset, Experiment } from '../src/core/experiment.ts';
import { Slicing } from '../src/core/probe/slice/slicing.ts';
import type { SliceReport, WatchOrder } from '../src/protocol/theory.ts';
import { FollowedTraining } from './followed-training.ts';
import type { Train } from './training-run.ts';

/** One run with its neurons projected onto a slice; of a slice that only its end knows it is trained twice. */
export class SlicedTraining {
  /** Passes so far that were whole. */
  #passes = 0;
  #slicing: Slicing;
  #training: FollowedTraining;
  readonly #order: WatchOrder;
  readonly #pair: string;
  readonly #train: Train;
  readonly #datasets: ReadonlyMap<string, Dataset>;

  constructor(order: WatchOrder, pair: string, train: Train, datasets: ReadonlyMap<string, Dataset>) {
    this.#order = order;
    this.#train = train;
    this.#datasets = datasets;
    this.#pair = pair;
    this.#slicing = new Slicing(pair);
    this.#training = this.#begun();
  }

  /** Itself: it is trained as a run is. */
  get training(): this {
    return this;
  }

  /** Computes until `isOver`, or the end. @returns whether it is at its end */
  compute(isOver: () => boolean): boolean {
    if (!this.#training.compute(isOver)) return false;
    const { singular, frame } = this.#slicing;
    if (frame !== null || singular === null || this.#training.end?.kind === 'failed') return true;
    this.#passes++;
    this.#slicing = new Slicing(this.#pair, singular);
    this.#training = this.#begun();
    return false;
  }

  cancel(): void {
    this.#training.cancel();
  }

  report(): SliceReport {
    const { epoch, end } = this.#training;
    const { frame } = this.#slicing;
    const done = epoch / Math.max(1, this.#order.experiment.epochs);
    // Which pass a first one is, is known at its end.
    const share = this.#passes === 0 && frame !== null ? done : (this.#passes + done) / 2;
    return { key: this.#order.key, share, end, frame, ...this.#slicing.take() };
  }

  #begun(): FollowedTraining {
    const experiment: Experiment = this.#order.experiment;
    return new FollowedTraining(experiment, this.#slicing.recorder, this.#train, this.#datasets);
  }
}
