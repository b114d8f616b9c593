import { createChunk } from '../parts/chunk.ts';

/** All that has to do with opening files: loaded when files come over the page, or the settings are of a file. */
export const filesChunk = createChunk(() => import('./opening.ts'));
