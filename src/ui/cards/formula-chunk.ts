import { createChunk } from '../parts/chunk.ts';

/** KaTeX, loaded when the first formula is opened. */
export const formulaChunk = createChunk(() => import('./Formula.tsx'));
