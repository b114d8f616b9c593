import { createChunk } from '../parts/chunk.ts';

/** What makes the files that are taken away, loaded when the first is wanted. */
export const taking = createChunk(() => import('./index.ts'));
