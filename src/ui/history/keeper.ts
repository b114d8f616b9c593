import { createStudyKeeper } from '../../state/history.ts';

/** The studies of this browser. */
export const keeper = createStudyKeeper();
