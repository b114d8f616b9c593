/** A thread that computes, started from sources: plain JavaScript, for Node 20 hands `--import tsx` to no thread. */
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { serveTraining } = await import('./training-thread.ts');
serveTraining(parentPort);
