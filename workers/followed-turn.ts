import type { Dataset } from '../src/core/experiment.ts';
import { untilStill, type Stage } from '../src/core/probe/still/until-still.ts';
import type { TurnReport, WatchOrder } from '../src/protocol/theory.ts';
import type { Train } from './training-run.ts';

/** A flow that is followed until its direction stands still. */
export class FollowedTurn {
  readonly #key: string;
  readonly #work: ReturnType<typeof untilStill>;
  #stages: Stage[] = [];
  #end: TurnReport['end'] = null;

  constructor({ key, experiment }: WatchOrder, train: Train, datasets: ReadonlyMap<string, Dataset>) {
    this.#key = key;
    this.#work = untilStill(train, experiment, datasets);
  }

  /** Itself: it is trained as a run is. */
  get training(): this {
    return this;
  }

  /** Computes until `isOver`, or the end. @returns whether it is at its end */
  compute(isOver: () => boolean): boolean {
    try {
      do {
        const { done, value } = this.#work.next();
        if (done === true) this.#end = { kind: 'followed', stillness: value };
        else if (value !== undefined) this.#stages.push(value);
      } while (this.#end === null && !isOver());
    } catch (error) {
      this.#end = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    return this.#end !== null;
  }

  /** Gives back the memory of its kernels. */
  cancel(): void {
    this.#work.return({ logTime: NaN, angle: NaN, still: false, refusal: null });
  }

  report(): TurnReport {
    const stages = this.#stages;
    this.#stages = [];
    return { key: this.#key, stages, end: this.#end };
  }
}
