import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** So many studies are kept; beyond it the oldest go. */
export const MOST_STUDIES = 50;

/** A curve of a study's small picture: as it looked in the charts, its heights evenly spaced over the time axis, in 0..1. */
export interface KeptCurve {
  readonly colour: string;
  /** As `stroke-dasharray`. */
  readonly dash: string;
  readonly heights: readonly number[];
}

/** A study that was on the page. */
export interface KeptStudy {
  /** Names its runs, whichever value is in front and whatever pins are called. */
  readonly key: string;
  /** Its link, without '#'. */
  readonly link: string;
  /** When it was last changed: milliseconds since 1970. */
  readonly at: number;
  /** Empty while nothing was computed of it. */
  readonly curves: readonly KeptCurve[];
}

interface Schema extends DBSchema {
  studies: { key: string; value: KeptStudy };
}

/** Studies of before, in the browser's own database. Where there is none (private windows), nothing is kept. */
export interface StudyKeeper {
  /** Newest first; null where this browser keeps nothing. */
  list(): Promise<readonly KeptStudy[] | null>;
  /** Keeps a study in place of the one with its key; without a picture the one that was there stays. */
  keep(study: KeptStudy): Promise<void>;
  forget(key: string): Promise<void>;
  forgetAll(): Promise<void>;
  /** Calls back when the list is another one; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

const DATABASE = 'implicit-bias-lab studies';

export function createStudyKeeper(): StudyKeeper {
  let opening: Promise<IDBPDatabase<Schema> | null> | null = null;
  const database = (): Promise<IDBPDatabase<Schema> | null> => {
    // A browser may have no database, refuse it, or break off: then nothing is kept, and nothing else is wrong.
    opening ??= Promise.resolve()
      .then(() =>
        openDB<Schema>(DATABASE, 1, {
          upgrade: (db) => void db.createObjectStore('studies', { keyPath: 'key' }),
        }),
      )
      .catch(() => null);
    return opening;
  };
  const listeners = new Set<() => void>();
  const changed = (): void => [...listeners].forEach((listener) => listener());
  const list = async (): Promise<readonly KeptStudy[] | null> => {
    const all = await (await database())?.getAll('studies').catch(() => undefined);
    return all === undefined ? null : newestFirst(all);
  };

  return {
    list,
    async keep(study) {
      const db = await database();
      if (db === null) return;
      try {
        // One transaction: two that are kept at once would each see the list without the other.
        const { store, done } = db.transaction('studies', 'readwrite');
        const write = async (): Promise<void> => {
          const before = study.curves.length > 0 ? undefined : await store.get(study.key);
          await store.put({ ...study, curves: before?.curves ?? study.curves });
          for (const { key } of newestFirst(await store.getAll()).slice(MOST_STUDIES))
            await store.delete(key);
        };
        await Promise.all([write(), done]);
        changed();
      } catch {
        // No room: the page works on, and the list is as it was.
      }
    },
    async forget(key) {
      await (await database())?.delete('studies', key).catch(() => undefined);
      changed();
    },
    async forgetAll() {
      const db = await database();
      opening = null;
      if (db === null) return;
      db.close();
      await deleteDB(DATABASE).catch(() => undefined);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const newestFirst = (studies: readonly KeptStudy[]): readonly KeptStudy[] =>
  [...studies].sort((a, b) => b.at - a.at);
