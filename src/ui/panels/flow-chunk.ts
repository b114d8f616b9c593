import { createChunk } from '../parts/chunk.ts';

/** What a run by gradient flow has beside other runs: its clock, and pairs that stay on their kink. Loaded once one is shown. */
export const flowChunk = createChunk(() => import('./later/flow.ts'));
