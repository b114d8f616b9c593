import { frameClock, type FrameClock } from './frame.ts';

/** Shares a frame's time among those who may have something to draw. */
export interface Turns {
  /**
   * `take` is called in each frame, while there is time, and answers whether it did something. In order of subscription;
   * who had no turn in a frame is first in the next.
   * @returns how to stop
   */
  subscribe(take: (frameTime: number) => boolean): () => void;
  /**
   * Gives the first that has something to do its turn now, once a frame: the next frame has it ready, and paints it
   * before the others' turns.
   */
  hurry(): void;
}

/**
 * Of a frame of 16 ms; what is begun is finished. One chart too many makes a frame late, and all at once would make a
 * dozen of them late.
 */
const BUDGET_MS = 8;

/** @param now milliseconds of a steady clock */
export function createTurns(clock: FrameClock, now: () => number): Turns {
  const takers = new Set<(frameTime: number) => boolean>();
  let resting: ((frameTime: number) => boolean) | null = null;
  let stop: (() => void) | null = null;
  let hurried = false;

  const frame = (frameTime: number): void => {
    if (hurried) {
      hurried = false;
      return;
    }
    const order = [...takers];
    const start = resting === null ? 0 : Math.max(0, order.indexOf(resting));
    resting = null;
    const begun = now();
    for (let k = 0; k < order.length; k++) {
      const at = (start + k) % order.length;
      if (order[at]!(frameTime) && now() - begun >= BUDGET_MS) {
        // After the last of them the first is first again.
        resting = order[at + 1] ?? null;
        return;
      }
    }
  };

  return {
    hurry() {
      if (hurried) return;
      hurried = true;
      clock.wake();
      for (const take of [...takers]) if (take(now())) break;
    },
    subscribe(take) {
      takers.add(take);
      stop ??= clock.subscribe(frame);
      clock.wake();
      return () => {
        takers.delete(take);
        if (takers.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

/** Of the page's charts. */
export const frameTurns = createTurns(frameClock, () => performance.now());
