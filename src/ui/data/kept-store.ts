import { create } from 'zustand';
import { createFileKeeper, type FileKeeper, type KeptFiles } from '../../state/kept-files.ts';

interface KeptState {
  /** Newest first; null until it was looked. */
  readonly kept: readonly KeptFiles[] | null;
  /** Looks what there is. */
  look(): Promise<void>;
  /** Keeps files; a sentence where that could not be done. */
  keep(files: readonly File[], dataset: string): Promise<string | null>;
  open(key: string): Promise<readonly File[] | null>;
  forget(key: string): Promise<void>;
  forgetAll(): Promise<void>;
}

export const createKeptStore = (keeper: FileKeeper) =>
  create<KeptState>((set, get) => ({
    kept: null,
    look: async () => set({ kept: await keeper.list() }),
    open: (key) => keeper.open(key),
    async keep(files, dataset) {
      const refusal = await keeper.keep(files, dataset);
      await get().look();
      return refusal;
    },
    async forget(key) {
      await keeper.forget(key);
      await get().look();
    },
    async forgetAll() {
      await keeper.forgetAll();
      set({ kept: [] });
    },
  }));

/** Files opened before, in this browser. */
export const useKept = createKeptStore(createFileKeeper(() => Date.now()));
