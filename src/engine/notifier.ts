import { createPost } from './post.ts';

/** Runs a callback soon: `now` before the next task, `frame` once for each picture of the screen. */
export interface Schedule {
  now(callback: () => void): void;
  frame(callback: () => void): void;
}

const post = createPost();

export const browserSchedule: Schedule = {
  now: (callback) => queueMicrotask(callback),
  // In the task after a frame: within it, what React renders of this would add to input, layout and paint. A hidden page
  // draws no pictures.
  frame: (callback) => {
    if (document.hidden) queueMicrotask(callback);
    else requestAnimationFrame(() => post(callback));
  },
};

/**
 * Tells listeners that something changed, many changes at a time: more data once for each picture of the screen,
 * for nobody can see more, and a change of what is shown or how it ended at once.
 */
export class Notifier {
  readonly #schedule: Schedule;
  readonly #listeners = new Set<() => void>();
  #waiting = false;
  #urgent = false;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  subscribe(listener: () => void): () => void {
    // Wrapped, so that who subscribes a function twice can stop each by itself.
    const entry = (): void => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  changed(urgency: keyof Schedule): void {
    if (urgency === 'now' && !this.#urgent) {
      this.#urgent = true;
      this.#schedule.now(this.#notify);
    } else if (urgency === 'frame' && !this.#waiting && !this.#urgent) {
      this.#waiting = true;
      this.#schedule.frame(this.#notify);
    }
  }

  readonly #notify = (): void => {
    // What was asked for twice, now and at the next picture, is told once.
    if (!this.#waiting && !this.#urgent) return;
    this.#waiting = false;
    this.#urgent = false;
    for (const listener of [...this.#listeners]) listener();
  };
}
