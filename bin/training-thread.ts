import * as comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { MessagePort } from 'node:worker_threads';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from '../workers/kernels/source.ts';
import { TrainingService } from '../workers/training-service.ts';
import { createYieldToMessages } from '../workers/yield.ts';

/** What workers/training.worker.ts is to the page: the training service in a thread of Node. */
export function serveTraining(port: MessagePort): void {
  const memo = new DrawMemo();
  const kernels = createKernelSource();
  const service = new TrainingService({
    train: (experiment, recorder, datasets) => train(experiment, recorder, datasets, memo, kernels),
    now: () => performance.now(),
    yieldToMessages: createYieldToMessages(),
  });
  comlink.expose(service, nodeEndpoint(port));
}
