import { symbolParts } from '../data/symbols.ts';

/** Changes of the page within a frame, without React; each leaves alone what is already so. */

/** Text as Symbols sets it. */
export function write(element: Element | null, text: string): void {
  if (!element) return;
  const parts = symbolParts(text);
  if (element.textContent === parts.map((part) => part.text).join('')) return;
  element.replaceChildren(...parts.map((part) => (part.below ? small(element, part.text) : part.text)));
}

function small({ ownerDocument }: Element, text: string): Element {
  const below = ownerDocument.createElement('sub');
  below.textContent = text;
  return below;
}

/** Moves an absolutely positioned element to x (and y) pixels; null hides it. */
export function move(element: HTMLElement | null, x: number | null, y = 0): void {
  if (!element) return;
  element.hidden = x === null;
  if (x !== null) element.style.transform = `translate(${x}px, ${y}px)`;
}
