import * as comlink from 'comlink';
import type { Answer, BuildAnswer, FilesApi, ReadProgress } from './files/conversation-api.ts';
import type { Choice } from './files/proposal.ts';
import type { WorkerLike } from './worker-client.ts';

/** A reading that does not hear within so many milliseconds that it is cancelled is ended with its worker. */
const PATIENCE_MS = 500;

/** Why there is no answer: the person cancelled, or the worker is no more. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly cancelled: boolean;

  constructor(reason: string, cancelled: boolean) {
    super(reason);
    this.cancelled = cancelled;
  }
}

interface Running {
  readonly worker: WorkerLike;
  readonly remote: comlink.Remote<FilesApi>;
  /** Rejects what waits for this worker. */
  fail(reason: NoAnswer): void;
  readonly failed: Promise<never>;
}

/**
 * Owns the worker that reads files: makes it with the first, ends it when it does not hear, and makes the next when it
 * is wanted. Whatever happens to it, every question ends: with an answer, or with {@link NoAnswer}.
 */
export class FilesClient {
  readonly #create: () => WorkerLike;
  readonly #later: (callback: () => void, milliseconds: number) => void;
  #running: Running | null = null;
  #reading = 0;

  /** @param later setTimeout */
  constructor(create: () => WorkerLike, later: (callback: () => void, milliseconds: number) => void) {
    this.#create = create;
    this.#later = later;
  }

  /** @throws NoAnswer */
  async read(
    files: readonly File[],
    waiting: readonly File[],
    choice: Choice,
    progress: ReadProgress,
  ): Promise<Answer> {
    const ticket = ++this.#reading;
    try {
      return await this.#ask<Answer>(
        async ({ remote }) => await remote.read(files, waiting, choice, comlink.proxy(progress)),
      );
    } finally {
      if (ticket === this.#reading) this.#reading = 0;
    }
  }

  /** @throws NoAnswer */
  look(choice: Choice, from: number): Promise<Answer> {
    return this.#ask<Answer>(async ({ remote }) => await remote.look(choice, from));
  }

  /** @throws NoAnswer */
  build(choice: Choice, wanted: string): Promise<BuildAnswer> {
    return this.#ask<BuildAnswer>(async ({ remote }) => await remote.build(choice, wanted));
  }

  /** Ends a reading under way: its promise rejects, at the latest in half a second. */
  cancel(): void {
    const running = this.#running;
    const ticket = this.#reading;
    if (running === null || ticket === 0) return;
    running.remote.cancel().catch(() => undefined);
    this.#later(() => {
      if (this.#reading === ticket) this.#end(running, new NoAnswer('Reading was cancelled', true));
    }, PATIENCE_MS);
  }

  /** Frees the memory that the files take. */
  close(): void {
    if (this.#running !== null) this.#end(this.#running, new NoAnswer('The files were closed', true));
  }

  async #ask<T>(question: (running: Running) => Promise<T>): Promise<T> {
    const running = (this.#running ??= this.#start());
    try {
      return await Promise.race([question(running), running.failed]);
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
      throw new NoAnswer(message, name === 'AbortError');
    }
  }

  #start(): Running {
    const worker = this.#create();
    let fail: (reason: NoAnswer) => void = () => undefined;
    const failed = new Promise<never>((_resolve, reject) => (fail = reject));
    failed.catch(() => undefined);
    const running = { worker, remote: comlink.wrap<FilesApi>(worker), fail, failed };
    worker.addEventListener('error', (event: Event) => {
      const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
      this.#end(running, new NoAnswer(message === '' ? 'the worker could not be loaded' : message, false));
    });
    return running;
  }

  #end(running: Running, reason: NoAnswer): void {
    if (this.#running === running) this.#running = null;
    running.worker.terminate();
    running.fail(reason);
  }
}

/** The files' worker of a browser. */
export function createFilesClient(): FilesClient {
  return new FilesClient(
    () => new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module' }),
    (callback, milliseconds) => void setTimeout(callback, milliseconds),
  );
}
