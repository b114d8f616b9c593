import { useEffect } from 'react';
import { helpChunk } from './controls/help.ts';
import { PANELS } from './panels/index.ts';
import { paperChunk } from './print/chunk.ts';
import { stageChunk } from './stage/chunk.ts';

/** Nothing of the first seconds waits for it. */
const LOAD_AFTER_MS = 2_000;

/** Once the page is at rest, what has to be there at once later is loaded: charts and head for paper, the stage for a key, what settings mean. */
export function useAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const chunk of [...PANELS.map(({ chart }) => chart), paperChunk, stageChunk, helpChunk])
        void chunk?.load();
    }, LOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
