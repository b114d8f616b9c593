import { frameClock, type FrameClock } from './frame.ts';
import { createPost } from '../../engine/post.ts';

/**
 * Shares the time between frames among those who may have something to draw. What they draw is painted by the next
 * frame: within one, beside the input, what React renders, layout and paint, they would make one long task.
 */
export interface Turns {
  /**
   * `take` is called after each frame, while there is time, and answers whether it did something. In order of
   * subscription; who had no turn after a frame is first after the next.
   * @returns how to stop
   */
  subscribe(take: (now: number) => boolean): () => void;
  /** Gives the first that has something to do its turn in the next task, once a frame: it is painted before the others. */
  hurry(): void;
}

/**
 * Of a frame of 16 ms; what is begun is finished. One chart too many makes a frame late, and all at once would make a
 * dozen of them late.
 */
const BUDGET_MS = 8;

/**
 * @param now milliseconds of a steady clock
 * @param post runs a callback in the next task
 */
export function createTurns(
  clock: FrameClock,
  now: () => number,
  post: (callback: () => void) => void,
): Turns {
  const takers = new Set<(now: number) => boolean>();
  let resting: ((now: number) => boolean) | null = null;
  let stop: (() => void) | null = null;
  let hurried = false;
  let posted = false;

  const turns = (): void => {
    posted = false;
    const order = [...takers];
    const start = resting === null ? 0 : Math.max(0, order.indexOf(resting));
    resting = null;
    const begun = now();
    for (let k = 0; k < order.length; k++) {
      const at = (start + k) % order.length;
      if (order[at]!(begun) && now() - begun >= BUDGET_MS) {
        // After the last of them the first is first again.
        resting = order[at + 1] ?? null;
        return;
      }
    }
  };

  const frame = (): void => {
    hurried = false;
    if (posted) return;
    posted = true;
    post(turns);
  };

  return {
    hurry() {
      if (hurried) return;
      hurried = true;
      clock.wake();
      post(() => {
        for (const take of [...takers]) if (take(now())) break;
      });
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

/** One turn, and no more. @returns how to give it up */
export function turnOnce(turns: Pick<Turns, 'subscribe'>, take: () => void): () => void {
  const stop = turns.subscribe(() => {
    stop();
    take();
    return true;
  });
  return stop;
}

/** Of the page's charts. */
export const frameTurns = createTurns(frameClock, () => performance.now(), createPost());
