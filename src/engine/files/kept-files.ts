import { sha256 } from '@noble/hashes/sha2.js';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { NOT_FORGOTTEN, notKept, type FileKeeper, type KeptFiles } from './keeper-api.ts';

/** All that is kept, in bytes; beyond it the oldest go. */
export const MOST_KEPT = 200_000_000;
/** Larger ones are opened again by the person: they are copied as a whole, in memory. */
export const MOST_KEPT_OF_ONE = 50_000_000;

interface Schema extends DBSchema {
  about: { key: string; value: KeptFiles };
  bytes: { key: string; value: readonly ArrayBuffer[] };
}

const DATABASE = 'implicit-bias-lab files';
const STORES = ['about', 'bytes'] as const;

export function createFileKeeper(): FileKeeper {
  let opening: Promise<IDBPDatabase<Schema> | null> | null = null;
  const lose = (): null => (opening = null);
  const database = (): Promise<IDBPDatabase<Schema> | null> => {
    // A browser may have no database, refuse it, or break off: then nothing is kept, and nothing else is wrong.
    opening ??= Promise.resolve()
      .then(() =>
        openDB<Schema>(DATABASE, 1, {
          upgrade(db) {
            db.createObjectStore('about', { keyPath: 'key' });
            db.createObjectStore('bytes');
          },
          // Another tab wants it otherwise, or the person cleared what this site keeps: it is opened again.
          blocking: (_current, _blocked, { target }) => {
            (target as IDBDatabase).close();
            lose();
          },
          terminated: () => void lose(),
        }),
      )
      .catch(lose);
    return opening;
  };
  const remove = async (key: string | null): Promise<string | null> => {
    const db = await database();
    if (db === null) return null;
    try {
      const transaction = db.transaction(STORES, 'readwrite');
      const removed = STORES.map((name) => {
        const store = transaction.objectStore(name);
        return key === null ? store.clear() : store.delete(key);
      });
      await Promise.all([...removed, transaction.done]);
      return null;
    } catch {
      return NOT_FORGOTTEN;
    }
  };

  return {
    async list() {
      const all = await (await database())?.getAll('about').catch(() => []);
      return newestFirst(all ?? []);
    },
    async keep(files, dataset, at) {
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const names = files.map(({ name }) => name);
      const named = names.join(' and ');
      if (size > MOST_KEPT_OF_ONE) {
        return `${named} is too large to be offered again after a reload: at most ${MOST_KEPT_OF_ONE / 1e6} MB are kept.`;
      }
      const db = await database();
      if (db === null) return notKept(named);
      try {
        const bytes = await Promise.all(files.map((file) => file.arrayBuffer()));
        await put(db, { key: contentKey(bytes), names, size, at, datasets: [dataset] }, bytes);
        return null;
      } catch (error) {
        const why =
          error instanceof Error && error.name === 'QuotaExceededError'
            ? `There is no room in this browser to keep ${named}`
            : `${named} could not be kept in this browser`;
        return `${why}: open it again after a reload.`;
      }
    },
    async open(key) {
      const db = await database();
      try {
        const [about, bytes] = [await db?.get('about', key), await db?.get('bytes', key)];
        if (about === undefined || bytes === undefined) return null;
        return bytes.map((content, k) => new File([content], about.names[k] ?? 'file'));
      } catch {
        return null;
      }
    },
    forget: (key) => remove(key),
    forgetAll: () => remove(null),
  };
}

/** One transaction: where the new ones find no room after all, the older ones are still there. */
async function put(
  db: IDBPDatabase<Schema>,
  kept: KeptFiles,
  content: readonly ArrayBuffer[],
): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  const [about, bytes] = [transaction.objectStore('about'), transaction.objectStore('bytes')];
  const all = newestFirst(await about.getAll());
  const before = all.find(({ key }) => key === kept.key)?.datasets ?? [];
  const others = all.filter(({ key }) => key !== kept.key);
  await Promise.all([
    ...beyond(others, kept.size).flatMap((key) => [about.delete(key), bytes.delete(key)]),
    about.put({ ...kept, datasets: [...new Set([...before, ...kept.datasets])] }),
    bytes.put(content, kept.key),
    transaction.done,
  ]);
}

const newestFirst = (all: readonly KeptFiles[]): readonly KeptFiles[] => [...all].sort((a, b) => b.at - a.at);

/** Keys of the oldest that have to go so that `size` more bytes fit in. `kept`: newest first. */
export function beyond(kept: readonly KeptFiles[], size: number): readonly string[] {
  let sum = size;
  return kept.filter((one) => (sum += one.size) > MOST_KEPT).map(({ key }) => key);
}

/** SHA-256 of the contents in their order. Of this program: the browser's own is missing on pages from plain http. */
const contentKey = (bytes: readonly ArrayBuffer[]): string =>
  bytes
    .map((content) =>
      Array.from(sha256(new Uint8Array(content)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    )
    .join('|');
