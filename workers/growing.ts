/** An append-only column of numbers whose first entries can be taken away: the storage of the next frame. */
export class GrowingColumn {
  #values: Float64Array;
  #length = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number | undefined {
    return index < this.#length ? this.#values[index] : undefined;
  }

  push(value: number): void {
    this.#reserve(1);
    this.#values[this.#length++] = value;
  }

  /** Copies all entries: the caller may reuse them. */
  append(values: Float64Array): void {
    this.#reserve(values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** Shows the first `count` entries to whoever takes them, and removes them. */
  moveFirst(count: number, take: (entries: Float64Array) => void): void {
    take(this.#values.subarray(0, count));
    this.#values.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#values.length) return;
    const grown = new Float64Array(Math.max(needed, 2 * this.#values.length));
    grown.set(this.#values.subarray(0, this.#length));
    this.#values = grown;
  }
}
