import { createChunk } from '../parts/chunk.ts';

/** What one or two charts fill the screen with: loaded when a sign of it comes, and ahead once the page is at rest. */
export const stageChunk = createChunk(() => import('./stage-parts.ts'));

/** For the buttons that open it: the pointer or the focus comes a moment before the press. */
export const loadsStage = {
  onPointerEnter: () => void stageChunk.load(),
  onFocus: () => void stageChunk.load(),
} as const;
