/** Changes of the page within a frame, without React; each leaves alone what is already so. */

export function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Moves an absolutely positioned element to x (and y) pixels; null hides it. */
export function move(element: HTMLElement | null, x: number | null, y = 0): void {
  if (!element) return;
  element.hidden = x === null;
  if (x !== null) element.style.transform = `translate(${x}px, ${y}px)`;
}
