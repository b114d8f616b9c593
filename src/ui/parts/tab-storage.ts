import { createJSONStorage, type StateStorage } from 'zustand/middleware';

/**
 * A storage that may be forbidden, or full, or taken away later: then what is kept lasts as long as the page.
 * @param storage where a reload, or a crash, leaves what was typed
 */
export const tabStorage = <T>(storage: () => StateStorage) => createJSONStorage<T>(() => tolerant(storage()));

const tolerant = (storage: StateStorage): StateStorage => ({
  getItem: (name) => storage.getItem(name),
  setItem(name, value) {
    try {
      void storage.setItem(name, value);
    } catch {
      // As above.
    }
  },
  removeItem: (name) => storage.removeItem(name),
});
