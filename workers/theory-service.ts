import * as comlink from 'comlink';
import { CLAIMS } from '../src/core/claims/all.ts';
import { textOf, type Claim, type ClaimText } from '../src/core/claims/claim.ts';
import type { Trace, Traces } from '../src/core/claims/trace.ts';
import type { Dataset, Experiment } from '../src/core/experiment.ts';
import { conjectured } from '../src/settings/conjecture/conjectured.ts';
import type { SealedDataset } from '../src/protocol/sealed-dataset.ts';
import type { TakeReport, TheoryApi, WatchOrder } from '../src/protocol/theory.ts';
import { Datasets } from './datasets.ts';
import type { TrainingServiceParts } from './training-service.ts';
import { WatchedTraining } from './watched-training.ts';

/** `stop` and other runs are heard between slices. */
const SLICE_MILLISECONDS = 8;
/** The page shows how far it has come; what it says of a claim seldom changes. */
const REPORT_EVERY_MILLISECONDS = 200;
/** Runs whose comparisons are kept: those of the point in front. */
const MOST_TRACED = 20;

/** Trains runs with the claims watched along. Needs no Worker: what it lives on is injected. */
export class TheoryService implements TheoryApi {
  readonly #parts: TrainingServiceParts;
  readonly #claims: readonly Claim[];
  readonly #datasets = new Datasets();
  /** Of the runs watched last, the newest last. */
  readonly #traces = new Map<string, Traces>();
  /** Counts what was asked for: an older one ends when it sees a newer. */
  #turn = 0;

  constructor(parts: TrainingServiceParts, claims = CLAIMS) {
    this.#parts = parts;
    this.#claims = claims;
  }

  texts(): readonly ClaimText[] {
    return this.#claims.map(textOf);
  }

  provide(dataset: SealedDataset): void {
    this.#datasets.provide(dataset);
  }

  async watch(orders: readonly WatchOrder[], conjecture: string, take: TakeReport): Promise<void> {
    const turn = ++this.#turn;
    const claims = [...this.#claims, ...conjectured(conjecture)];
    try {
      for (const order of orders) {
        if (!(await this.#watchOne(order, claims, take, () => turn !== this.#turn))) return;
      }
    } finally {
      // What came through comlink holds a message port open until it is released.
      (take as TakeReport & Partial<comlink.ProxyMethods>)[comlink.releaseProxy]?.();
    }
  }

  stop(): void {
    this.#turn++;
  }

  trace(key: string, claim: string): Trace | null {
    return this.#traces.get(key)?.of(claim) ?? null;
  }

  /** @returns whether it came to the run's end */
  async #watchOne(
    order: WatchOrder,
    claims: readonly Claim[],
    take: TakeReport,
    isLeft: () => boolean,
  ): Promise<boolean> {
    const { now, train, yieldToMessages } = this.#parts;
    const run = new WatchedTraining(order, train, claims, await this.#dataOf(order.experiment));
    this.#keep(order.key, run.traces);
    let reportedAt = now();
    for (let isOver = false; !isOver;) {
      await yieldToMessages();
      if (isLeft()) {
        run.cancel();
        return false;
      }
      const begun = now();
      isOver = run.compute(() => now() - begun >= SLICE_MILLISECONDS);
      if (!isOver && now() - reportedAt < REPORT_EVERY_MILLISECONDS) continue;
      await take(run.report());
      reportedAt = now();
    }
    return !isLeft();
  }

  async #dataOf({ data }: Experiment): Promise<ReadonlyMap<string, Dataset>> {
    if (data.kind !== 'dataset') return new Map();
    const dataset = await this.#datasets.open(data.id);
    return new Map(dataset === null ? [] : [[data.id, dataset]]);
  }

  #keep(key: string, traces: Traces): void {
    this.#traces.delete(key);
    this.#traces.set(key, traces);
    for (const oldest of this.#traces.keys()) {
      if (this.#traces.size <= MOST_TRACED) break;
      this.#traces.delete(oldest);
    }
  }
}
