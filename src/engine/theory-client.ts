import * as comlink from 'comlink';
import type { ClaimText } from '../core/claims/claim.ts';
import type { FitCourse } from '../core/claims/fit.ts';
import type { Trace } from '../core/claims/trace.ts';
import type { ProbeName } from '../core/probe/quantities.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import type {
  TakeProbes,
  TakeReport,
  TakeSlice,
  TakeTurn,
  TheoryApi,
  WatchOrder,
} from '../protocol/theory.ts';
import { AskedWorker } from './asked-worker.ts';
import type { WorkerLike } from './worker-client.ts';

/** What watches claims, for the page. Every question ends with an answer, or with NoAnswer. */
export interface TheoryClient {
  texts(): Promise<readonly ClaimText[]>;
  watch(
    orders: readonly WatchOrder[],
    conjecture: string,
    datasets: readonly SealedDataset[],
    take: TakeReport,
  ): Promise<void>;
  stop(): void;
  measure(
    orders: readonly WatchOrder[],
    probes: readonly ProbeName[],
    datasets: readonly SealedDataset[],
    take: TakeProbes,
  ): Promise<void>;
  stopMeasuring(): void;
  slice(order: WatchOrder, pair: string, datasets: readonly SealedDataset[], take: TakeSlice): Promise<void>;
  stopSlicing(): void;
  follow(order: WatchOrder, datasets: readonly SealedDataset[], take: TakeTurn): Promise<void>;
  stopFollowing(): void;
  trace(key: string, claim: string): Promise<Trace | null>;
  fit(key: string, claim: string): Promise<FitCourse | null>;
}

const createWorker = (): WorkerLike =>
  new Worker(new URL('../../workers/theory.worker.ts', import.meta.url), { type: 'module' });

/** The worker is made with the first question: its code is loaded then. */
export function createTheoryClient(create = createWorker): TheoryClient {
  const asked = new AskedWorker<TheoryApi>(create);
  return {
    texts: () => asked.ask((remote) => remote.texts()),
    watch: (orders, conjecture, datasets, take) =>
      asked.ask(async (remote) => {
        for (const dataset of datasets) await remote.provide(dataset);
        await remote.watch(orders, conjecture, comlink.proxy(take));
      }),
    stop: () => void asked.remote?.stop(),
    measure: (orders, probes, datasets, take) =>
      asked.ask(async (remote) => {
        for (const dataset of datasets) await remote.provide(dataset);
        await remote.measure(orders, probes, comlink.proxy(take));
      }),
    stopMeasuring: () => void asked.remote?.stopMeasuring(),
    slice: (order, pair, datasets, take) =>
      asked.ask(async (remote) => {
        for (const dataset of datasets) await remote.provide(dataset);
        await remote.slice(order, pair, comlink.proxy(take));
      }),
    stopSlicing: () => void asked.remote?.stopSlicing(),
    follow: (order, datasets, take) =>
      asked.ask(async (remote) => {
        for (const dataset of datasets) await remote.provide(dataset);
        await remote.follow(order, comlink.proxy(take));
      }),
    stopFollowing: () => void asked.remote?.stopFollowing(),
    trace: (key, claim) => asked.ask((remote) => remote.trace(key, claim)),
    fit: (key, claim) => asked.ask((remote) => remote.fit(key, claim)),
  };
}
