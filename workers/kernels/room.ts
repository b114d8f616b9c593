import { RoomExceeded } from '../../src/core/kernels/kernels.ts';

const PAGE = 65_536;

/** Arrays begin at multiples of this many bytes: a cache line. */
const ALIGNMENT = 64;

/**
 * The memory of one run at a time: arrays are taken from it one after the other, and given back all at once. It grows
 * only between runs, as growing detaches every array that there is.
 */
export class Room {
  private next: number;
  /** What is below was written to by earlier runs. */
  private usedBefore: number;

  /** @param begins the first address that is free */
  constructor(
    readonly memory: WebAssembly.Memory,
    private readonly begins: number,
  ) {
    this.next = begins;
    this.usedBefore = begins;
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** Takes all arrays back, and makes room for so many bytes. @throws RangeError when there is not so much memory */
  clear(bytes: number): void {
    this.usedBefore = Math.max(this.usedBefore, this.next);
    this.next = this.begins;
    const missing = this.begins + bytes - this.size;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }

  doubles(length: number): Float64Array {
    return new Float64Array(this.memory.buffer, this.take(8 * length), length);
  }

  integers(length: number): Int32Array {
    return new Int32Array(this.memory.buffer, this.take(4 * length), length);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.take(length), length);
  }

  /** The address of so many zeros. */
  private take(bytes: number): number {
    const from = Math.ceil(this.next / ALIGNMENT) * ALIGNMENT;
    const to = from + bytes;
    if (to > this.size) throw new RoomExceeded(to - this.begins);
    // Memory that nobody wrote to is zero, and costs nothing as long as it is left alone.
    const dirty = Math.min(to, this.usedBefore) - from;
    if (dirty > 0) new Uint8Array(this.memory.buffer, from, dirty).fill(0);
    this.next = to;
    return from;
  }
}
