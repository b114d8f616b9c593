import { create } from 'zustand';
import type { Note } from '../settings/link.ts';
import type { Settings } from '../settings/schema.ts';

/** What the link that was opened last said: its claim is compared with what is computed here. */
export interface OpenedState {
  /** The sender's fingerprint, 16 hex digits, or null where the link carries none. */
  readonly fingerprint: string | null;
  /** The settings as they were read from it, to know whether they were changed since. */
  readonly settings: Settings | null;
  /** What was dropped from it, and why. */
  readonly notes: readonly Note[];
  set(change: Partial<Omit<OpenedState, 'set'>>): void;
}

export const useOpened = create<OpenedState>((set) => ({
  fingerprint: null,
  settings: null,
  notes: [],
  set,
}));
