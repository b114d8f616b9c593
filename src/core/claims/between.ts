import type { SlackWatch } from './claim.ts';
import type { Slacks } from './slacks.ts';
import type { State } from './state.ts';

/**
 * Watches what happened from one epoch to the next.
 *
 * @param lastOf what is read of the epoch before; null where that was not recorded
 */
export const betweenEpochs = <Last>(
  lastOf: (state: State) => Last | null,
  compare: (last: Last, state: State, slacks: Slacks) => void,
): SlackWatch => ({
  at(state, slacks) {
    const last = lastOf(state);
    if (last !== null) compare(last, state, slacks);
  },
  silent: () => 'no two epochs one after the other were recorded',
});
