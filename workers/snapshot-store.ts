import type { Snapshot } from '../src/core/observe/recorder.ts';

/** Of a stretch of memory: enough that a thousand snapshots are a few buffers, little enough that one is soon full. */
const STRETCH_BYTES = 1_048_576;
/** Arrays begin at multiples of a double's size. */
const ALIGNMENT = 8;

/** Memory that snapshots are written into one after the other, and that then becomes the frame's. */
interface Stretch {
  readonly buffer: ArrayBuffer;
  readonly bytes: Uint8Array;
  end: number;
}

/** Where an array lies in its stretch. */
interface Place {
  readonly from: number;
  readonly length: number;
}

interface Stored {
  readonly epoch: number;
  readonly stretch: Stretch;
  readonly rho: Place;
  readonly active: Place;
  readonly singularValues: Place;
  readonly neurons: { readonly gamma: Place; readonly signal: Place; readonly noise: Place } | null;
}

/**
 * Copies of snapshots in few stretches of memory, which are handed over as they are: a snapshot is copied once on its way
 * to the page.
 */
export class SnapshotStore {
  #stretch: Stretch | null = null;
  #stored: Stored[] = [];
  #bytes = 0;

  /** Of the snapshots that were not taken. */
  get bytes(): number {
    return this.#bytes;
  }

  append({ epoch, rho, active, singularValues, neurons }: Snapshot): void {
    const arrays = [rho, active, singularValues, neurons?.gamma, neurons?.signal, neurons?.noise];
    const needed = arrays.reduce((sum, array) => sum + aligned(array?.byteLength ?? 0), 0);
    const stretch = this.#stretchFor(needed);
    this.#bytes += needed;
    this.#stored.push({
      epoch,
      stretch,
      rho: copyInto(stretch, rho),
      active: copyInto(stretch, active),
      singularValues: copyInto(stretch, singularValues),
      neurons:
        neurons === null
          ? null
          : {
              gamma: copyInto(stretch, neurons.gamma),
              signal: copyInto(stretch, neurons.signal),
              noise: copyInto(stretch, neurons.noise),
            },
    });
  }

  /** Removes the snapshots up to an epoch and returns them in buffers of their own, fit to be transferred. */
  takeUpTo(epoch: number): Snapshot[] {
    const later = this.#stored.findIndex((snapshot) => snapshot.epoch > epoch);
    const taken = later < 0 ? this.#stored : this.#stored.slice(0, later);
    const kept = later < 0 ? [] : this.#stored.slice(later);
    const buffers = new Map<Stretch, ArrayBuffer>();
    const bufferOf = (stretch: Stretch): ArrayBuffer => {
      const known = buffers.get(stretch);
      if (known !== undefined) return known;
      // A stretch that is hardly used is not worth handing over.
      const isUsed = 2 * stretch.end >= stretch.bytes.length;
      const buffer = isUsed ? stretch.buffer : stretch.buffer.slice(0, stretch.end);
      buffers.set(stretch, buffer);
      return buffer;
    };
    const snapshots = taken.map((stored) => viewOf(stored, bufferOf(stored.stretch)));
    const rest = kept.map((stored) => viewOf(stored, stored.stretch.buffer));
    this.#stored = [];
    this.#bytes = 0;
    this.#stretch = null;
    for (const snapshot of rest) this.append(snapshot);
    return snapshots;
  }

  #stretchFor(bytes: number): Stretch {
    if (this.#stretch !== null && this.#stretch.end + bytes <= this.#stretch.bytes.length)
      return this.#stretch;
    const buffer = new ArrayBuffer(Math.max(bytes, STRETCH_BYTES));
    this.#stretch = { buffer, bytes: new Uint8Array(buffer), end: 0 };
    return this.#stretch;
  }
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

function copyInto(stretch: Stretch, values: Float64Array | Uint8Array): Place {
  const from = stretch.end;
  stretch.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), from);
  stretch.end = from + aligned(values.byteLength);
  return { from, length: values.length };
}

function viewOf({ epoch, rho, active, singularValues, neurons }: Stored, buffer: ArrayBuffer): Snapshot {
  const doubles = ({ from, length }: Place) => new Float64Array(buffer, from, length);
  return {
    epoch,
    rho: doubles(rho),
    active: new Uint8Array(buffer, active.from, active.length),
    singularValues: doubles(singularValues),
    neurons:
      neurons === null
        ? null
        : {
            gamma: doubles(neurons.gamma),
            signal: doubles(neurons.signal),
            noise: doubles(neurons.noise),
          },
  };
}
