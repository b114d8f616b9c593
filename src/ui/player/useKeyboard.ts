import { useEffect } from 'react';
import { useSettings } from '../../state/settings.ts';
import type { Transport } from './transport.ts';

/** Where keys already mean something: typing, sliders, menus, lists. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role=slider], [role=menu], [role=listbox], [role=combobox]';
/** Where Space presses. */
const PRESSABLE = 'button, a, summary, [role=button], [role=switch], [role=tab]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ? target.type !== 'range' : target instanceof HTMLTextAreaElement;

/**
 * Space, arrows, Home and End move the player; Ctrl+Z undoes. Not while typing, nor on a slider or menu, nor when
 * something nearer has used the key.
 */
export function handleKey(event: KeyboardEvent, transport: Transport): void {
  if (event.defaultPrevented || event.altKey) return;
  if (event.ctrlKey || event.metaKey ? undoes(event) : moves(event, transport)) event.preventDefault();
}

function undoes(event: KeyboardEvent): boolean {
  if (isTyping(event.target)) return false;
  const key = event.key.toLowerCase();
  const { undo, redo } = useSettings.getState();
  if (key === 'z' && !event.shiftKey) undo();
  else if (key === 'y' || key === 'z') redo();
  else return false;
  return true;
}

function moves(event: KeyboardEvent, transport: Transport): boolean {
  const target = event.target instanceof Element ? event.target : null;
  // Sliders leave Space alone, and it is the key to press after dragging one.
  const onSlider = target instanceof HTMLInputElement && target.type === 'range';
  if (!(onSlider && event.key === ' ') && target?.closest(OWN_KEYS)) return false;
  const steps = event.shiftKey ? 10 : 1;
  if (event.key === ' ' && !target?.closest(PRESSABLE)) transport.toggle();
  else if (event.key === 'ArrowRight') transport.step(steps);
  else if (event.key === 'ArrowLeft') transport.step(-steps);
  else if (event.key === 'Home') transport.toStart();
  else if (event.key === 'End') transport.toEnd();
  else return false;
  return true;
}

/** {@link handleKey} for the whole page. */
export function useKeyboard(transport: Transport): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => handleKey(event, transport);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [transport]);
}
