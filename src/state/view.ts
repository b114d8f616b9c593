import { create } from 'zustand';
import { DEFAULT_VIEW, looksOf, type Looks } from '../settings/view.ts';

/** What is looked at and how; all of it but theme and lecture mode travels in links. */
export interface ViewState extends Looks {
  /** Id of the enlarged panel, or null. */
  readonly enlarged: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** One or two charts fill the screen, for a projector. */
  readonly lecture: boolean;
  set(change: Partial<Omit<ViewState, 'set'>>): void;
}

export const useView = create<ViewState>((set) => ({
  ...looksOf(DEFAULT_VIEW),
  enlarged: null,
  theme: 'system',
  lecture: false,
  set,
}));
