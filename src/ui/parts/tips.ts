import { create } from 'zustand';
import { loadFloating } from './floating.ts';

/** What a button is called, beside it. */
interface Tip {
  readonly anchor: Element;
  readonly label: string;
  readonly shortcut: string | undefined;
}

const SHOW_AFTER_MS = 400;
/** Time to move the pointer onto the tip itself, which keeps it there (WCAG 1.4.13). */
const HIDE_AFTER_MS = 120;

/** The tip on screen: one for the whole page. */
export const useTip = create<{ readonly tip: Tip | null }>(() => ({ tip: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

function soon(tip: Tip | null, after: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => useTip.setState({ tip }), after);
}

export function showTip(tip: Tip): void {
  void loadFloating();
  // From one button to its neighbour there is nothing to wait for.
  soon(tip, useTip.getState().tip === null ? SHOW_AFTER_MS : 0);
}

export const keepTip = (): void => clearTimeout(timer);
export const leaveTip = (): void => soon(null, HIDE_AFTER_MS);

export function hideTip(): void {
  clearTimeout(timer);
  if (useTip.getState().tip !== null) useTip.setState({ tip: null });
}
