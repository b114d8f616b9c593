import { useSyncExternalStore } from 'react';
import { reloadFailedStyles } from './styles.ts';

interface ChunkState<T> {
  readonly parts: T | null;
  /** Why it could not be loaded, or null. */
  readonly failure: string | null;
}

/** Code of the page that is loaded when it is first wanted. */
export interface Chunk<T> {
  readonly state: ChunkState<T>;
  /** Loads it, once; null when it could not be loaded, and the next call tries again. */
  load(): Promise<T | null>;
  subscribe(listener: () => void): () => void;
}

/**
 * @param source imports the chunk's module: `() => import('./x.ts')`
 * @param mend called before it is tried again
 */
export function createChunk<T>(source: () => Promise<T>, mend = reloadFailedStyles): Chunk<T> {
  let state: ChunkState<T> = { parts: null, failure: null };
  let loading: Promise<T | null> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: ChunkState<T>): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  return {
    get state() {
      return state;
    },
    load() {
      loading ??= (state.failure === null ? source() : mend().then(source)).then(
        (parts) => {
          become({ parts, failure: null });
          return parts;
        },
        (error: unknown) => {
          loading = null;
          become({ parts: null, failure: error instanceof Error ? error.message : String(error) });
          return null;
        },
      );
      return loading;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useChunk = <T>(chunk: Chunk<T>): ChunkState<T> =>
  useSyncExternalStore(chunk.subscribe, () => chunk.state);
