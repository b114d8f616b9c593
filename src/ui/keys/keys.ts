import type { Transport } from '../player/transport.ts';

/** What keys do. */
export interface KeyActions extends Pick<Transport, 'toggle' | 'step' | 'toStart' | 'toEnd'> {
  undo(): void;
  redo(): void;
  fullScreen(): void;
  lecture(): void;
  /** Keeps what is in front beside what comes. */
  pin(): void;
  /** To the next experiment, or the one before. */
  experiment(steps: 1 | -1): void;
  /** Back to all charts; false where nothing was in front of them. */
  back(): boolean;
  /** Takes the run before the last change off the charts; false where there was none. */
  clear(): boolean;
}

/** Does what a key is for; gives false when there was nothing to do, and the key stays the browser’s. */
type Press = (actions: KeyActions, event: Pick<KeyboardEvent, 'shiftKey'>) => unknown;

interface KeyRow {
  /** As they are written on keyboards. */
  readonly shown: readonly string[];
  /** What they do, in words. */
  readonly what: string;
  /** By `KeyboardEvent.key`, letters in lower case. */
  readonly press: Readonly<Record<string, Press>>;
  /** With Ctrl or ⌘; without when absent. */
  readonly control?: boolean;
  /** In lecture mode only, where nothing scrolls; always when absent. */
  readonly lectureOnly?: boolean;
}

/** Every key of the page: what is handled (useKeyboard.ts) and what the help lists. */
export const KEYS: readonly KeyRow[] = [
  { shown: ['Space'], what: 'play or pause', press: { ' ': (a) => a.toggle() } },
  {
    shown: ['←', '→'],
    what: 'one recorded epoch back or on; with Shift, ten',
    press: {
      ArrowLeft: (a, { shiftKey }) => a.step(shiftKey ? -10 : -1),
      ArrowRight: (a, { shiftKey }) => a.step(shiftKey ? 10 : 1),
    },
  },
  {
    shown: ['Home', 'End'],
    what: 'to the start or the end',
    press: { Home: (a) => a.toStart(), End: (a) => a.toEnd() },
  },
  {
    shown: ['N', 'P'],
    what: 'next or previous experiment',
    press: { n: (a) => a.experiment(1), p: (a) => a.experiment(-1) },
  },
  {
    shown: ['PgDn', 'PgUp'],
    what: 'the same in lecture mode, where a presenter’s remote sends them',
    press: { PageDown: (a) => a.experiment(1), PageUp: (a) => a.experiment(-1) },
    lectureOnly: true,
  },
  { shown: ['L'], what: 'lecture mode: one or two charts fill the screen', press: { l: (a) => a.lecture() } },
  { shown: ['F'], what: 'full screen', press: { f: (a) => a.fullScreen() } },
  { shown: ['K'], what: 'pin what is in front: it is kept on every chart', press: { k: (a) => a.pin() } },
  { shown: ['C'], what: 'clear the run before the last change', press: { c: (a) => a.clear() } },
  {
    shown: ['Esc'],
    what: 'back to all charts; there, as C',
    press: { Escape: (a) => a.back() || a.clear() },
  },
  {
    shown: ['Ctrl', 'Z'],
    what: 'undo a change of the settings; with Shift, redo',
    press: {
      z: (a, { shiftKey }) => (shiftKey ? a.redo() : a.undo()),
      y: (a) => a.redo(),
    },
    control: true,
  },
];

/** What a key does here, or null. */
export function pressFor(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  lecture: boolean,
): Press | null {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const row = KEYS.find(
    ({ press, control = false, lectureOnly = false }) =>
      name in press && control === (ctrlKey || metaKey) && (lecture || !lectureOnly),
  );
  return row?.press[name] ?? null;
}
