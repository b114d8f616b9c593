import { create } from 'zustand';
import type { Note } from '../settings/link.ts';
import type { Study } from '../settings/study/study.ts';

/** What the link that was opened last said: its claim is compared with what is computed here. */
export interface OpenedState {
  /** The sender's fingerprint, 16 hex digits, or null where the link carries none. */
  readonly fingerprint: string | null;
  /** The study as it was read from it, to know whether it was changed since. */
  readonly study: Study | null;
  /** What was dropped from it, and why. */
  readonly notes: readonly Note[];
  set(change: Partial<Omit<OpenedState, 'set'>>): void;
}

export const useOpened = create<OpenedState>((set) => ({
  fingerprint: null,
  study: null,
  notes: [],
  set,
}));
