import { AskedWorker } from './asked-worker.ts';
import { NOT_FORGOTTEN, notKept, type FileKeeper } from './files/keeper-api.ts';
import type { WorkerLike } from './worker-client.ts';

/** Keeps files in a worker: to copy and store them would hold up the page. Where there is no worker, nothing is kept. */
export function createKeeperClient(create: () => WorkerLike = createKeeperWorker): FileKeeper {
  const worker = new AskedWorker<FileKeeper>(create);
  return {
    list: () => worker.ask(async (keeper) => await keeper.list()).catch(() => []),
    keep: (files, dataset, at) =>
      worker
        .ask(async (keeper) => await keeper.keep(files, dataset, at))
        .catch(() => notKept(files.map(({ name }) => name).join(' and '))),
    open: (key) => worker.ask(async (keeper) => await keeper.open(key)).catch(() => null),
    forget: (key) => worker.ask(async (keeper) => await keeper.forget(key)).catch(() => NOT_FORGOTTEN),
    forgetAll: () => worker.ask(async (keeper) => await keeper.forgetAll()).catch(() => NOT_FORGOTTEN),
  };
}

function createKeeperWorker(): Worker {
  return new Worker(new URL('../../workers/keeper.worker.ts', import.meta.url), { type: 'module' });
}
