import { create } from 'zustand';
import type { FileKeeper, KeptFiles } from '../../engine/files/keeper-api.ts';
import { createKeeperClient } from '../../engine/keeper-client.ts';

interface KeptState {
  /** Newest first; null until it was looked. */
  readonly kept: readonly KeptFiles[] | null;
  /** Looks what there is. */
  look(): Promise<void>;
  /** Keeps files; a sentence where that could not be done. */
  keep(files: readonly File[], dataset: string): Promise<string | null>;
  open(key: string): Promise<readonly File[] | null>;
  /** As `keep`; what is left is looked at again. */
  forget(key: string): Promise<string | null>;
  forgetAll(): Promise<string | null>;
}

/** @param now milliseconds since 1970 */
export const createKeptStore = (keeper: FileKeeper, now: () => number) =>
  create<KeptState>((set, get) => {
    const thenLook = async (refused: Promise<string | null>): Promise<string | null> => {
      const refusal = await refused;
      await get().look();
      return refusal;
    };
    return {
      kept: null,
      look: async () => set({ kept: await keeper.list() }),
      open: (key) => keeper.open(key),
      keep: (files, dataset) => thenLook(keeper.keep(files, dataset, now())),
      forget: (key) => thenLook(keeper.forget(key)),
      forgetAll: () => thenLook(keeper.forgetAll()),
    };
  });

/** Files opened before, in this browser. */
export const useKept = createKeptStore(createKeeperClient(), () => Date.now());
