import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { WorkerPool } from '../src/engine/pool.ts';
import { every } from '../src/engine/timers.ts';
import { WorkerClient, type WorkerLike } from '../src/engine/worker-client.ts';

/** Threads that compute at once. */
export const THREADS = availableParallelism();

/** Nobody looks on, and on a machine that others use a thread takes its time to load: milliseconds. */
const PATIENCE = 300_000;

/** The page's own pool, over threads of Node. */
export const createThreadPool = (): WorkerPool =>
  new WorkerPool((onStopped) => new WorkerClient(createThread(), onStopped, every, PATIENCE), THREADS);

/** From sources a thread has a beginning of its own; a bundle is one program, which serves training in a thread. */
function createThread(): WorkerLike {
  const isSource = import.meta.url.endsWith('.ts');
  const begin = isSource
    ? new URL('./training-thread.mjs', import.meta.url)
    : pathToFileURL(process.argv[1] ?? '');
  return asWebWorker(new Worker(begin, { execArgv: [] }));
}

/** Node's Worker with the events of the browser's: comlink's adapter passes messages on, and no errors. */
function asWebWorker(worker: Worker): WorkerLike {
  const endpoint = nodeEndpoint(worker);
  const stopped = new Set<(event: Event) => void>();
  const tell = (message: string): void => {
    for (const listener of [...stopped]) listener(new ErrorEvent(message));
  };
  worker.on('error', (error) => tell(error instanceof Error ? error.message : String(error)));
  worker.on('messageerror', () => tell('a message from it could not be read'));
  worker.on('exit', (code) => tell(`it ended with code ${code}`));
  return {
    ...endpoint,
    addEventListener: (type, listener) => {
      if (type === 'message') endpoint.addEventListener(type, listener);
      else if (type === 'error') stopped.add(listener as (event: Event) => void);
    },
    removeEventListener: (type, listener) => {
      if (type === 'message') endpoint.removeEventListener(type, listener);
      else if (type === 'error') stopped.delete(listener as (event: Event) => void);
    },
    terminate: () => void worker.terminate(),
  };
}

/** As a browser's worker tells that it crashed. */
class ErrorEvent extends Event {
  constructor(readonly message: string) {
    super('error');
  }
}
