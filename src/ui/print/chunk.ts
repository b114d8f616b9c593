import { createChunk } from '../parts/chunk.ts';

/** What only paper has; there before it is printed, which waits for nothing. */
export const paperChunk = createChunk(() => import('./PrintHead.tsx'));
