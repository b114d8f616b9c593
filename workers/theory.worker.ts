import * as comlink from 'comlink';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from './kernels/source.ts';
import { TheoryService } from './theory-service.ts';
import { createYieldToMessages } from './yield.ts';

const memo = new DrawMemo();
const kernels = createKernelSource();

comlink.expose(
  new TheoryService({
    train: (experiment, recorder, datasets) => train(experiment, recorder, datasets, memo, kernels),
    now: () => performance.now(),
    yieldToMessages: createYieldToMessages(),
  }),
);
