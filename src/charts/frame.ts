/** The page's one clock: a single requestAnimationFrame loop that runs while someone listens. */
export interface FrameClock {
  /** Calls back in every frame with its time in milliseconds; returns how to stop. In order of subscription. */
  subscribe(listener: (now: number) => void): () => void;
}

/** @param request as requestAnimationFrame: tests pass their own */
export function createFrameClock(request: (callback: (now: number) => void) => unknown): FrameClock {
  const listeners = new Set<(now: number) => void>();
  let running = false;
  const tick = (now: number): void => {
    if (listeners.size === 0) {
      running = false;
      return;
    }
    // Asked for before the listeners run: one that throws must not stop the clock.
    request(tick);
    for (const listener of listeners) listener(now);
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!running) {
        running = true;
        request(tick);
      }
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export const frameClock = createFrameClock((callback) => requestAnimationFrame(callback));
