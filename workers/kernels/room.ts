import { RoomExceeded } from '../../src/core/kernels/kernels.ts';
import { slices, type Work } from '../../src/core/slices.ts';

const PAGE = 65_536;

/** A byte zeroed costs about as much as so many multiply–adds. */
const WORK_PER_BYTE = 1;

/** Arrays begin at multiples of this many bytes: a cache line. */
const ALIGNMENT = 64;

/**
 * The memory of one run at a time: arrays are taken from it one after the other, and given back all at once. It grows
 * only between runs, as growing detaches every array that there is.
 */
export class Room {
  private next: number;
  /** What is from here to `usedTo` may have been written to by earlier runs. */
  private cleanTo: number;
  private usedTo: number;
  /** What the present run is known to take. */
  private neededTo: number;

  /** @param begins the first address that is free */
  constructor(
    readonly memory: WebAssembly.Memory,
    private readonly begins: number,
  ) {
    this.next = begins;
    this.cleanTo = begins;
    this.usedTo = begins;
    this.neededTo = begins;
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** Takes all arrays back, and makes room for so many bytes. @throws RangeError when there is not so much memory */
  clear(bytes: number): void {
    this.usedTo = Math.max(this.usedTo, this.next);
    this.next = this.begins;
    this.cleanTo = this.begins;
    this.neededTo = this.begins + bytes;
    const missing = this.begins + bytes - this.size;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }

  /** Zeros what earlier runs wrote to, where the present one is known to go. Before any array is taken. */
  *clean(): Work {
    const to = Math.min(this.usedTo, this.neededTo);
    const used = new Uint8Array(this.memory.buffer, 0, to);
    yield* slices(to - this.begins, WORK_PER_BYTE, (first, end) =>
      used.fill(0, this.begins + first, this.begins + end),
    );
    this.cleanTo = to;
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
    const dirtyFrom = Math.max(from, this.cleanTo);
    const dirty = Math.min(to, this.usedTo) - dirtyFrom;
    if (dirty > 0) new Uint8Array(this.memory.buffer, dirtyFrom, dirty).fill(0);
    this.next = to;
    return from;
  }
}
