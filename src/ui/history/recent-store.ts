import { create } from 'zustand';
import { createStudyKeeper, type KeptStudy } from '../../state/history.ts';

/** The studies of this browser. */
export const keeper = createStudyKeeper();

interface RecentState {
  /** Newest first; null where this browser keeps nothing, undefined until it was looked. */
  readonly studies: readonly KeptStudy[] | null | undefined;
  /** Looks what there is. */
  look(): Promise<void>;
  forget(key: string): Promise<void>;
  forgetAll(): Promise<void>;
}

export const useRecent = create<RecentState>((set, get) => ({
  studies: undefined,
  look: async () => set({ studies: await keeper.list() }),
  async forget(key) {
    await keeper.forget(key);
    await get().look();
  },
  async forgetAll() {
    await keeper.forgetAll();
    set({ studies: [] });
  },
}));
