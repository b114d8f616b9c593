import { noteRefusal } from './refusals.ts';
import { useView, type ViewState } from './view.ts';

const KEY = 'implicit-bias-lab.theme';
const THEMES: readonly ViewState['theme'][] = ['system', 'light', 'dark'];

/** Keeps the theme, the only thing that is the reader's and not the link's, from one visit to the next. */
export function rememberTheme(storage: () => Storage): void {
  // Storage may be forbidden; then the theme lasts as long as the page.
  try {
    const kept = THEMES.find((theme) => theme === storage().getItem(KEY));
    if (kept !== undefined) useView.getState().set({ theme: kept });
  } catch {
    noteRefusal('storage');
    return;
  }
  useView.subscribe(({ theme }, before) => {
    if (theme === before.theme) return;
    try {
      storage().setItem(KEY, theme);
    } catch {
      noteRefusal('storage');
    }
  });
}
