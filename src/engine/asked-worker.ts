import * as comlink from 'comlink';
import type { WorkerLike } from './worker-client.ts';

/** Why there is no answer: the person cancelled, or the worker is no more. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly cancelled: boolean;

  constructor(reason: string, cancelled: boolean) {
    super(reason);
    this.cancelled = cancelled;
  }
}

interface Running<Api> {
  readonly worker: WorkerLike;
  readonly remote: comlink.Remote<Api>;
  /** Rejects what waits for this worker. */
  fail(reason: NoAnswer): void;
  readonly failed: Promise<never>;
}

/**
 * A worker that is made with the first question, and again with the first after its end. Whatever happens to it, every
 * question ends: with an answer, or with {@link NoAnswer}.
 */
export class AskedWorker<Api> {
  readonly #create: () => WorkerLike;
  #running: Running<Api> | null = null;

  constructor(create: () => WorkerLike) {
    this.#create = create;
  }

  /** What is there to be told something; null: no worker is. */
  get remote(): comlink.Remote<Api> | null {
    return this.#running?.remote ?? null;
  }

  /** @throws NoAnswer */
  async ask<T>(question: (remote: comlink.Remote<Api>) => Promise<T>): Promise<T> {
    try {
      const { remote, failed } = (this.#running ??= this.#start());
      return await Promise.race([question(remote), failed]);
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
      throw new NoAnswer(message, name === 'AbortError');
    }
  }

  /** Ends the worker, if there is one: what waits for it is rejected. */
  end(reason: NoAnswer): void {
    if (this.#running !== null) this.#end(this.#running, reason);
  }

  #start(): Running<Api> {
    const worker = this.#create();
    let fail: (reason: NoAnswer) => void = () => undefined;
    const failed = new Promise<never>((_resolve, reject) => (fail = reject));
    failed.catch(() => undefined);
    const running = { worker, remote: comlink.wrap<Api>(worker), fail, failed };
    worker.addEventListener('error', (event: Event) => {
      const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
      this.#end(running, new NoAnswer(message === '' ? 'the worker could not be loaded' : message, false));
    });
    return running;
  }

  #end(running: Running<Api>, reason: NoAnswer): void {
    if (this.#running === running) this.#running = null;
    running.worker.terminate();
    running.fail(reason);
  }
}
