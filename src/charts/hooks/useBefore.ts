import { useMemo } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { Ghost } from '../../state/ghost.ts';
import { beforeOf } from '../data/before.ts';
import type { Before, TimeContent } from '../data/content.ts';

/** What a chart shows of some recordings. */
export type ContentOf = (recordings: readonly Recording[], variants: readonly Variant[]) => TimeContent;

/**
 * The curves of the run before the last change; null where there is none.
 * @param contentOf the same function as long as it gives the same, with a storage of its own for means
 */
export function useBefore(ghost: Ghost | null | undefined, contentOf: ContentOf): Before | null {
  return useMemo(
    () => (ghost ? beforeOf(contentOf(ghost.recordings, ghost.variants), ghost.what) : null),
    [ghost, contentOf],
  );
}
