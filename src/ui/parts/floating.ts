import { useSyncExternalStore } from 'react';
import type * as floating from '../floating/index.ts';

/** Everything that opens over the page (lists, menus, dialogs, tips, toasts): one chunk, loaded at the first sign of use. */
export type Floating = typeof floating;

interface FloatingState {
  readonly parts: Floating | null;
  /** Why it could not be loaded, or null; the next sign of use tries again. */
  readonly failure: string | null;
}

let state: FloatingState = { parts: null, failure: null };
let loading: Promise<Floating | null> | null = null;
const listeners = new Set<() => void>();

function become(next: FloatingState): void {
  state = next;
  for (const listener of [...listeners]) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Loads what opens over the page, once; null when it could not be loaded, and the page says so. */
export function loadFloating(): Promise<Floating | null> {
  loading ??= import('../floating/index.ts').then(
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
}

/** What opens over the page, once it is loaded. */
export const useFloating = (): Floating | null => useSyncExternalStore(subscribe, () => state.parts);

export const useFloatingFailure = (): string | null => useSyncExternalStore(subscribe, () => state.failure);

/** For elements that open something: the pointer or the focus comes a moment before the press. */
export const loadsFloating = {
  onPointerEnter: () => void loadFloating(),
  onFocus: () => void loadFloating(),
} as const;
