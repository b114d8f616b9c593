/** With less than this share, or less than this time, computed, what is left would be a guess; after so long it is none. */
const LEAST_SHARE = 0.02;
const LEAST_MS = 1_000;
const KNOWN_MS = 3_000;

/**
 * What is left is told where it is at most so many times what was seen: of a billion epochs the first seconds, in which
 * epochs become ever cheaper, know nothing.
 */
const FARTHEST = 500;

/** So far back, at least, reaches what the pace is taken of, and no more of it than this share of the time so far. */
const WINDOW_MS = 10_000;
const WINDOW_SHARE = 0.25;
/** Points that are kept, at most, between now and then. */
const POINTS = 64;

/** A pace that is by so much another in the second half of the window has changed; it may rise so in the beginning alone. */
const CHANGED = 2;
const BEGINNING = 0.1;

interface Point {
  readonly at: number;
  readonly share: number;
}

/**
 * How fast a computation goes, of late: an epoch costs much until patterns freeze, little after, and much again where they
 * do not stay so, and the runs of a study differ.
 */
export class Pace {
  #points: Point[] = [];
  #begun = 0;

  /** Forgets all: another computation begins, or this one was held. */
  begin(): void {
    this.#points = [];
  }

  /** Seconds until all is computed, if it goes on so; null where too little is known. Takes the share as it is now. */
  secondsLeft(share: number, now: number): number | null {
    const points = this.#points;
    if (points.length === 0) this.#begun = now;
    const window = Math.max(WINDOW_MS, WINDOW_SHARE * (now - this.#begun));
    const last = points.at(-1);
    if (last === undefined || now - last.at >= window / POINTS) points.push({ at: now, share });
    // The oldest one that is left is just outside of the window.
    while (points.length > 2 && points[1]!.at <= now - window) points.shift();
    const { at, share: before } = points[0]!;
    const done = share - before;
    const elapsed = now - at;
    const isKnown = elapsed >= KNOWN_MS || (elapsed >= LEAST_MS && done >= LEAST_SHARE);
    if (!isKnown || done <= 0) return null;
    const middle = points.filter((point) => point.at <= now - elapsed / 2).at(-1) ?? points[0]!;
    const [first, second] = [
      (middle.share - before) / Math.max(1, middle.at - at),
      (share - middle.share) / Math.max(1, now - middle.at),
    ];
    // The first epochs of a long run are recorded one by one: while it gains speed so, nothing can be told.
    if (share < BEGINNING && second > CHANGED * first) return null;
    const rate = second > 0 && CHANGED * second < first ? second : done / elapsed;
    const left = (1 - share) / rate;
    return left > FARTHEST * (now - this.#begun) ? null : left / 1_000;
  }
}
