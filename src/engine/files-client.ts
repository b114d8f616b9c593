import * as comlink from 'comlink';
import { AskedWorker, NoAnswer } from './asked-worker.ts';
import type { Answer, BuildAnswer, FilesApi, ReadProgress } from './files/conversation-api.ts';
import type { Choice } from './files/proposal.ts';
import type { WorkerLike } from './worker-client.ts';

/** A reading that does not hear within so many milliseconds that it is cancelled is ended with its worker. */
const PATIENCE_MS = 500;

/** Asks the worker that reads files, and ends it when it does not hear. */
export class FilesClient {
  readonly #worker: AskedWorker<FilesApi>;
  readonly #later: (callback: () => void, milliseconds: number) => void;
  #readings = 0;
  /** The one under way; 0: none. */
  #reading = 0;

  /** @param later setTimeout */
  constructor(create: () => WorkerLike, later: (callback: () => void, milliseconds: number) => void) {
    this.#worker = new AskedWorker(create);
    this.#later = later;
  }

  /** @throws NoAnswer */
  async read(
    files: readonly File[],
    waiting: readonly File[],
    choice: Choice,
    progress: ReadProgress,
  ): Promise<Answer> {
    const ticket = ++this.#readings;
    this.#reading = ticket;
    try {
      return await this.#worker.ask<Answer>(
        async (remote) => await remote.read(files, waiting, choice, comlink.proxy(progress)),
      );
    } finally {
      if (ticket === this.#reading) this.#reading = 0;
    }
  }

  /** @throws NoAnswer */
  look(choice: Choice, from: number): Promise<Answer> {
    return this.#worker.ask<Answer>(async (remote) => await remote.look(choice, from));
  }

  /** @throws NoAnswer */
  build(choice: Choice, wanted: string): Promise<BuildAnswer> {
    return this.#worker.ask<BuildAnswer>(async (remote) => await remote.build(choice, wanted));
  }

  /** Ends a reading under way: its promise rejects, at the latest in half a second. */
  cancel(): void {
    const ticket = this.#reading;
    if (ticket === 0) return;
    this.#worker.remote?.cancel().catch(() => undefined);
    this.#later(() => {
      if (this.#reading === ticket) this.#worker.end(new NoAnswer('Reading was cancelled', true));
    }, PATIENCE_MS);
  }

  /** Frees the memory that the files take. */
  close(): void {
    this.#worker.end(new NoAnswer('The files were closed', true));
  }
}

/** The files' worker of a browser. */
export function createFilesClient(): FilesClient {
  return new FilesClient(
    () => new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module' }),
    (callback, milliseconds) => void setTimeout(callback, milliseconds),
  );
}
