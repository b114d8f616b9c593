import { createYieldToMessages } from './yield.ts';

/** A worker that hears within this time, in milliseconds, that it is cancelled answers at once. */
const BREATH_MS = 40;

/**
 * Makes a function that takes a turn of the event loop when the last is longer ago than {@link BREATH_MS}, and else
 * returns at once.
 * @param now milliseconds of a steady clock
 */
export function createBreath(now: () => number): () => Promise<void> {
  const yieldToMessages = createYieldToMessages();
  let last = now();
  return async () => {
    if (now() - last < BREATH_MS) return;
    await yieldToMessages();
    last = now();
  };
}
