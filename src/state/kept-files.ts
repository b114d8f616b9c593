import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** All that is kept, in bytes; beyond it the oldest go. */
export const MOST_KEPT = 200_000_000;
/** Larger ones are opened again by the person: to copy them would hold up the page. */
export const MOST_KEPT_OF_ONE = 50_000_000;

/** Files that were opened together before: what is known of them without their bytes. */
export interface KeptFiles {
  /** Names their content. */
  readonly key: string;
  readonly names: readonly string[];
  /** Of all of them, in bytes. */
  readonly size: number;
  /** When they were last opened: milliseconds since 1970. */
  readonly at: number;
  /** Fingerprints of the data that were made of them: links name these. */
  readonly datasets: readonly string[];
}

interface Schema extends DBSchema {
  about: { key: string; value: KeptFiles };
  bytes: { key: string; value: readonly ArrayBuffer[] };
}

/** Files opened before, in the browser's own database. Where there is none (private windows), nothing is kept. */
export interface FileKeeper {
  /** Newest first. */
  list(): Promise<readonly KeptFiles[]>;
  /** Keeps files that were opened; a sentence for the person where they cannot be kept, else null. */
  keep(files: readonly File[], dataset: string): Promise<string | null>;
  /** Null where they are there no more. */
  open(key: string): Promise<readonly File[] | null>;
  forget(key: string): Promise<void>;
  forgetAll(): Promise<void>;
}

const DATABASE = 'implicit-bias-lab files';

/** @param now milliseconds since 1970 */
export function createFileKeeper(now: () => number): FileKeeper {
  let opening: Promise<IDBPDatabase<Schema> | null> | null = null;
  const database = (): Promise<IDBPDatabase<Schema> | null> => {
    // A browser may have no database, refuse it, or break off: then nothing is kept, and nothing else is wrong.
    opening ??= Promise.resolve()
      .then(() =>
        openDB<Schema>(DATABASE, 1, {
          upgrade(db) {
            db.createObjectStore('about', { keyPath: 'key' });
            db.createObjectStore('bytes');
          },
        }),
      )
      .catch(() => null);
    return opening;
  };
  const list = async (): Promise<readonly KeptFiles[]> => {
    const all = await (await database())?.getAll('about').catch(() => []);
    return [...(all ?? [])].sort((a, b) => b.at - a.at);
  };
  const forget = async (key: string): Promise<void> => {
    const transaction = (await database())?.transaction(['about', 'bytes'], 'readwrite');
    if (transaction === undefined) return;
    await Promise.all([
      transaction.objectStore('about').delete(key),
      transaction.objectStore('bytes').delete(key),
      transaction.done,
    ]);
  };

  return {
    list,
    forget,
    async keep(files, dataset) {
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const names = files.map(({ name }) => name);
      const named = names.join(' and ');
      if (size > MOST_KEPT_OF_ONE) {
        return `${named} is too large to be offered again after a reload: at most ${MOST_KEPT_OF_ONE / 1e6} MB are kept.`;
      }
      const db = await database();
      if (db === null) return `This browser keeps no files here: open ${named} again after a reload.`;
      try {
        const bytes = await Promise.all(files.map((file) => file.arrayBuffer()));
        const key = await contentKey(files, bytes);
        for (const old of beyond(
          (await list()).filter((kept) => kept.key !== key),
          size,
        ))
          await forget(old);
        const before = await db.get('about', key);
        const datasets = [...new Set([...(before?.datasets ?? []), dataset])];
        const transaction = db.transaction(['about', 'bytes'], 'readwrite');
        await Promise.all([
          transaction.objectStore('about').put({ key, names, size, at: now(), datasets }),
          transaction.objectStore('bytes').put(bytes, key),
          transaction.done,
        ]);
        return null;
      } catch {
        return `There is no room in this browser to keep ${named}: open it again after a reload.`;
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
    async forgetAll() {
      const db = await database();
      opening = null;
      if (db === null) return;
      db.close();
      await deleteDB(DATABASE).catch(() => undefined);
    },
  };
}

/** Keys of the oldest that have to go so that `size` more bytes fit in. `kept`: newest first. */
export function beyond(kept: readonly KeptFiles[], size: number): readonly string[] {
  let sum = size;
  return kept.filter((one) => (sum += one.size) > MOST_KEPT).map(({ key }) => key);
}

/** SHA-256 of the contents in their order; where the page has none (plain http), names and sizes. */
async function contentKey(files: readonly File[], bytes: readonly ArrayBuffer[]): Promise<string> {
  const names = files.map(({ name, size, lastModified }) => `${name}/${size}/${lastModified}`).join('|');
  // Undefined, whatever the types say, on pages from plain http.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return names;
  const hashes = await Promise.all(bytes.map((content) => subtle.digest('SHA-256', content)));
  return hashes
    .map((hash) => Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(''))
    .join('|');
}
