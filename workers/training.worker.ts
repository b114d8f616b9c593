import * as comlink from 'comlink';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from './kernels/source.ts';
import { TrainingService } from './training-service.ts';
import { createYieldToMessages } from './yield.ts';

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
