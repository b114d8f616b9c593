import * as comlink from 'comlink';
import { CLAIMS } from '../src/core/claims/all.ts';
import { textOf, type Claim, type ClaimText } from '../src/core/claims/claim.ts';
import type { FitCourse } from '../src/core/claims/fit.ts';
import type { Trace, Traces } from '../src/core/claims/trace.ts';
import type { Dataset, Experiment } from '../src/core/experiment.ts';
import type { ProbeName } from '../src/core/probe/quantities.ts';
import { conjectured } from '../src/settings/conjecture/conjectured.ts';
import type { SealedDataset } from '../src/protocol/sealed-dataset.ts';
import type {
  TakeProbes,
  TakeReport,
  TakeSlice,
  TakeTurn,
  TheoryApi,
  WatchOrder,
} from '../src/protocol/theory.ts';
import { Datasets } from './datasets.ts';
import type { FollowedTraining } from './followed-training.ts';
import { FollowedTurn } from './followed-turn.ts';
import { ProbedTraining } from './probed-training.ts';
import { SlicedTraining } from './sliced-training.ts';
import type { TrainingServiceParts } from './training-service.ts';
import { WatchedTraining } from './watched-training.ts';

/** `stop` and other runs are heard between slices. */
const SLICE_MILLISECONDS = 8;
/** The page shows how far it has come; what it says of a claim seldom changes. */
const REPORT_EVERY_MILLISECONDS = 200;
/** Runs whose comparisons are kept: those of the point in front. */
const MOST_TRACED = 20;

/** Counts what was asked for: an older one ends when it sees a newer. */
interface Line {
  turn: number;
}

/** A run that is trained again, and what there is to say of it. */
interface Followed<Report> {
  readonly training: Pick<FollowedTraining, 'compute' | 'cancel'>;
  report(): Report;
}

/** Trains runs with the claims watched along, with probes measured, with neurons projected onto a slice, or until their direction stands still. Needs no Worker: what it lives on is injected. */
export class TheoryService implements TheoryApi {
  readonly #parts: TrainingServiceParts;
  readonly #claims: readonly Claim[];
  readonly #datasets = new Datasets();
  /** Of the runs watched last, the newest last. */
  readonly #traces = new Map<string, Traces>();
  readonly #watching: Line = { turn: 0 };
  readonly #measuring: Line = { turn: 0 };
  readonly #slicing: Line = { turn: 0 };
  readonly #following: Line = { turn: 0 };

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
    const claims = [...this.#claims, ...conjectured(conjecture)];
    const begin = async (order: WatchOrder): Promise<WatchedTraining> => {
      const datasets = await this.#dataOf(order.experiment);
      const run = new WatchedTraining(order, this.#parts.train, claims, datasets);
      this.#keep(order.key, run.traces);
      return run;
    };
    await this.#follow(this.#watching, orders, begin, take);
  }

  stop(): void {
    this.#watching.turn++;
  }

  async measure(
    orders: readonly WatchOrder[],
    probes: readonly ProbeName[],
    take: TakeProbes,
  ): Promise<void> {
    const begin = async (order: WatchOrder): Promise<ProbedTraining> =>
      new ProbedTraining(order, this.#parts.train, probes, await this.#dataOf(order.experiment));
    await this.#follow(this.#measuring, orders, begin, take);
  }

  stopMeasuring(): void {
    this.#measuring.turn++;
  }

  async slice(order: WatchOrder, pair: string, take: TakeSlice): Promise<void> {
    const begin = async (): Promise<SlicedTraining> =>
      new SlicedTraining(order, pair, this.#parts.train, await this.#dataOf(order.experiment));
    await this.#follow(this.#slicing, [order], begin, take);
  }

  stopSlicing(): void {
    this.#slicing.turn++;
  }

  async follow(order: WatchOrder, take: TakeTurn): Promise<void> {
    const begin = async (): Promise<FollowedTurn> =>
      new FollowedTurn(order, this.#parts.train, await this.#dataOf(order.experiment));
    await this.#follow(this.#following, [order], begin, take);
  }

  stopFollowing(): void {
    this.#following.turn++;
  }

  trace(key: string, claim: string): Trace | null {
    return this.#traces.get(key)?.of(claim) ?? null;
  }

  fit(key: string, claim: string): FitCourse | null {
    return this.#traces.get(key)?.fitOf(claim) ?? null;
  }

  /** One run after the other, until others are asked for. */
  async #follow<Report>(
    line: Line,
    orders: readonly WatchOrder[],
    begin: (order: WatchOrder) => Promise<Followed<Report>>,
    take: (report: Report) => Promise<void> | void,
  ): Promise<void> {
    const turn = ++line.turn;
    try {
      for (const order of orders) {
        if (!(await this.#followOne(await begin(order), take, () => turn !== line.turn))) return;
      }
    } finally {
      // What came through comlink holds a message port open until it is released.
      (take as typeof take & Partial<comlink.ProxyMethods>)[comlink.releaseProxy]?.();
    }
  }

  /** @returns whether it came to the run's end */
  async #followOne<Report>(
    run: Followed<Report>,
    take: (report: Report) => Promise<void> | void,
    isLeft: () => boolean,
  ): Promise<boolean> {
    const { now, yieldToMessages } = this.#parts;
    const { training } = run;
    let reportedAt = now();
    for (let isOver = false; !isOver;) {
      await yieldToMessages();
      if (isLeft()) {
        training.cancel();
        return false;
      }
      const begun = now();
      isOver = training.compute(() => now() - begun >= SLICE_MILLISECONDS);
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
