import { createChunk } from '../parts/chunk.ts';

/** The history, loaded when the page is at rest or its list is wanted. */
export const historyChunk = createChunk(() => import('./later.ts'));
