import * as comlink from 'comlink';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { trainBy } from '../src/core/train-by.ts';
import { createKernelSource } from './kernels/source.ts';
import { laterFlow } from './later-flow.ts';
import { TrainingService } from './training-service.ts';
import { createYieldToMessages } from './yield.ts';

// A dragged slider mostly asks for the data and the W(0) that this worker drew last.
const memo = new DrawMemo();
const kernels = createKernelSource();
const flow = laterFlow(() => import('../src/core/run-flow.ts'));

comlink.expose(
  new TrainingService({
    train: (experiment, recorder, datasets) => trainBy(flow, experiment, recorder, datasets, memo, kernels),
    now: () => performance.now(),
    yieldToMessages: createYieldToMessages(),
  }),
);
