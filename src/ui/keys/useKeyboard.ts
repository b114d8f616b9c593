import { useEffect, useMemo } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { stepPreset } from '../header/choose-preset.ts';
import { pinFront } from '../pins/pin-front.ts';
import type { Transport } from '../player/transport.ts';
import { leaveStage, toggleLecture } from '../stage/enter.ts';
import { toggleFullScreen } from '../stage/full-screen.ts';
import { pressFor, type KeyActions } from './keys.ts';

/** Where keys already mean something: typing, sliders, menus, lists, dialogs. */
const OWN_KEYS =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=slider], [role=menu], [role=listbox], [role=combobox], [role=dialog]';
/** Where Space presses. */
const PRESSABLE = 'button, a, summary, [type=checkbox], [role=button], [role=switch], [role=tab]';

const isSlider = (target: Element): boolean => target instanceof HTMLInputElement && target.type === 'range';

const isTyping = (target: Element): boolean =>
  target instanceof HTMLInputElement
    ? !isSlider(target) && target.type !== 'checkbox'
    : target instanceof HTMLTextAreaElement;

/** Whether what has the focus uses the key itself. */
function isTaken(event: KeyboardEvent, target: Element): boolean {
  if (event.ctrlKey || event.metaKey) return isTyping(target);
  // Sliders leave Space, letters and Escape alone, and those are the keys to press after dragging one.
  if (isSlider(target) && (event.key.length === 1 || event.key === 'Escape'))
    return target.closest('[role=dialog]') !== null;
  return target.closest(OWN_KEYS) !== null || (event.key === ' ' && target.closest(PRESSABLE) !== null);
}

/** Does what the table says of a key, unless something nearer has used it or uses it. */
export function handleKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.defaultPrevented || event.altKey) return;
  if (event.target instanceof Element && isTaken(event, event.target)) return;
  const press = pressFor(event, useView.getState().lecture);
  if (press === null || press(actions, event) === false) return;
  event.preventDefault();
}

/** {@link handleKey} for the whole page. */
export function useKeyboard(transport: Transport): void {
  const store = useLabStore();
  const actions = useMemo<KeyActions>(
    () => ({
      ...transport,
      undo: () => useSettings.getState().undo(),
      redo: () => useSettings.getState().redo(),
      fullScreen: toggleFullScreen,
      lecture: toggleLecture,
      pin: pinFront,
      experiment: stepPreset,
      back: leaveStage,
      clear() {
        const shown = store.getSnapshot().ghost !== null;
        if (shown) store.clearGhost();
        return shown;
      },
    }),
    [transport, store],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => handleKey(event, actions);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions]);
}
