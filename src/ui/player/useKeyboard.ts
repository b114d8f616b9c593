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

/** Space, arrows, Home and End move the player; Ctrl+Z undoes. Not while typing, nor on a slider or menu. */
export function useKeyboard(transport: Transport): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey) {
        if (isTyping(event.target)) return;
        const key = event.key.toLowerCase();
        if (key === 'z' && !event.shiftKey) useSettings.getState().undo();
        else if (key === 'y' || key === 'z') useSettings.getState().redo();
        else return;
        event.preventDefault();
        return;
      }
      if (target?.closest(OWN_KEYS)) return;
      const steps = event.shiftKey ? 10 : 1;
      if (event.key === ' ' && !target?.closest(PRESSABLE)) transport.toggle();
      else if (event.key === 'ArrowRight') transport.step(steps);
      else if (event.key === 'ArrowLeft') transport.step(-steps);
      else if (event.key === 'Home') transport.toStart();
      else if (event.key === 'End') transport.toEnd();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [transport]);
}
