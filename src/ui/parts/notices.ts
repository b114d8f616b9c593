import { create } from 'zustand';
import { loadFloating } from './floating.ts';

/** A short answer to something the user did. */
interface Notice {
  readonly title: string;
  readonly description: string;
}

/** Notices that are not on screen yet: what shows them is loaded with the first. */
export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

export function notify(notice: Notice): void {
  useNotices.setState(({ notices }) => ({ notices: [...notices, notice] }));
  void loadFloating();
}
