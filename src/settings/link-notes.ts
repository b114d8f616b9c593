import { formatNumber, shorten } from './words.ts';

/** What was dropped from a link and why. All three are fit to be shown as text. */
export interface Note {
  /** The key as it was written, shortened; '' where it is about the link as a whole. */
  readonly key: string;
  /** Its value as it was written, shortened. */
  readonly value: string;
  readonly message: string;
}

/** Enough to see what happened; a link of 4,000 characters could make a thousand. */
const MAX_NOTES = 20;

/** Collects notes, the first {@link MAX_NOTES} of them in full. */
export class LinkNotes {
  readonly #notes: Note[] = [];
  #more = 0;

  add(key: string, value: string, message: string): void {
    if (this.#notes.length < MAX_NOTES) {
      this.#notes.push({ key: shorten(key), value: shorten(value), message });
    } else {
      this.#more++;
    }
  }

  list(): readonly Note[] {
    if (this.#more === 0) return this.#notes;
    return [
      ...this.#notes,
      { key: '', value: '', message: `and ${formatNumber(this.#more, 'integer')} more like these` },
    ];
  }
}
