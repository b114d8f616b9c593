import * as comlink from 'comlink';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from './kernels/source.ts';
import { TrainingService } from './training-service.ts';

/**
 * Makes a function whose promise resolves in a new task, behind the messages that have arrived. A timer would do as
 * well, but browsers hold timers back by 4 ms and, in hidden pages, by a second.
 */
function createYieldToMessages(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume = (): void => undefined;
  port1.onmessage = () => resume();
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    });
}

// A dragged slider mostly asks for the data and the W(0) that this worker drew last.
const memo = new DrawMemo();
const kernels = createKernelSource();

comlink.expose(
  new TrainingService({
    train: (experiment, recorder, datasets) => train(experiment, recorder, datasets, memo, kernels),
    now: () => performance.now(),
    yieldToMessages: createYieldToMessages(),
  }),
);
