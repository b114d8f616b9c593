import { createChunk, useChunk } from './chunk.ts';
import type { Floating } from './floating-props.ts';

let source = (): Promise<Floating> => Promise.reject(new Error('nobody said where it is loaded from'));
const chunk = createChunk(() => source());

/** Says where what opens over the page is loaded from; called once, before the page is drawn. */
export function handInFloating(load: () => Promise<Floating>): void {
  source = load;
}

/** Loads what opens over the page, once; null when it could not be loaded, and the page says so. */
export const loadFloating = (): Promise<Floating | null> => chunk.load();

/** What opens over the page, once it is loaded. */
export const useFloating = (): Floating | null => useChunk(chunk).parts;

/** Why it could not be loaded, or null; the next sign of use tries again. */
export const useFloatingFailure = (): string | null => useChunk(chunk).failure;

/** For elements that open something: the pointer or the focus comes a moment before the press. */
export const loadsFloating = {
  onPointerEnter: () => void loadFloating(),
  onFocus: () => void loadFloating(),
} as const;
