import { createChunk } from '../parts/chunk.ts';

/** The theory's line, what watches the claims, and their list: loaded when the first runs are done. */
export const theoryChunk = createChunk(() => import('./theory-parts.ts'));
