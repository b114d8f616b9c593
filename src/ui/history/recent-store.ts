import { create } from 'zustand';
import { createStudyKeeper, type KeptStudy } from '../../state/history.ts';

/** The studies of this browser. */
export const keeper = createStudyKeeper();

interface RecentState {
  /** Newest first; null where this browser keeps nothing, undefined until it was looked. */
  readonly studies: readonly KeptStudy[] | null | undefined;
  /** Looks what there is, and again whenever it is something else; returns how to stop. */
  follow(): () => void;
}

export const useRecent = create<RecentState>((set) => ({
  studies: undefined,
  follow() {
    const look = (): void => void keeper.list().then((studies) => set({ studies }));
    look();
    return keeper.subscribe(look);
  },
}));
