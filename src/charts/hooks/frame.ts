/** The page's one clock: a single requestAnimationFrame loop that runs while there may be something to draw. */
export interface FrameClock {
  /** Calls back in every frame with its time in milliseconds; returns how to stop. In order of subscription. */
  subscribe(listener: (now: number) => void): () => void;
  /** Something changed: the clock runs for another while. Resting, it costs a page that is left open nothing. */
  wake(): void;
}

/** Frames without a wake after which it rests: longer than anything puts off what it will draw. */
const QUIET_FRAMES = 120;

/** @param request as requestAnimationFrame: tests pass their own */
export function createFrameClock(request: (callback: (now: number) => void) => unknown): FrameClock {
  const listeners = new Set<(now: number) => void>();
  let running = false;
  let quiet = 0;
  const tick = (now: number): void => {
    if (listeners.size === 0 || ++quiet > QUIET_FRAMES) {
      running = false;
      return;
    }
    // Asked for before the listeners run: one that throws must not stop the clock.
    request(tick);
    for (const listener of listeners) listener(now);
  };
  const wake = (): void => {
    quiet = 0;
    if (running || listeners.size === 0) return;
    running = true;
    request(tick);
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      wake();
      return () => {
        listeners.delete(listener);
      };
    },
    wake,
  };
}

export const frameClock = createFrameClock((callback) => requestAnimationFrame(callback));
