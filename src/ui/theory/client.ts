import { createTheoryClient } from '../../engine/theory-client.ts';

/** The page's one watcher of claims. */
export const theoryClient = createTheoryClient();
