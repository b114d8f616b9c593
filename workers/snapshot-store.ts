import type { Snapshot } from '../src/core/observe/recorder.ts';

const INITIAL_BYTES = 65_536;
/** Arrays begin at multiples of a double's size. */
const ALIGNMENT = 8;

/** Where an array lies in the store. */
interface Place {
  readonly from: number;
  readonly length: number;
}

interface Stored {
  readonly epoch: number;
  readonly rho: Place;
  readonly active: Place;
  readonly singularValues: Place;
  readonly neurons: { readonly gamma: Place; readonly signal: Place; readonly noise: Place } | null;
  /** Where the next snapshot begins. */
  readonly end: number;
}

/** Copies of snapshots, one after the other in one stretch of memory: a thousand of them are one buffer to transfer. */
export class SnapshotStore {
  #memory = new Uint8Array(INITIAL_BYTES);
  #end = 0;
  #stored: Stored[] = [];

  get bytes(): number {
    return this.#end;
  }

  append({ epoch, rho, active, singularValues, neurons }: Snapshot): void {
    this.#stored.push({
      epoch,
      rho: this.#copy(rho),
      active: this.#copy(active),
      singularValues: this.#copy(singularValues),
      neurons:
        neurons === null
          ? null
          : {
              gamma: this.#copy(neurons.gamma),
              signal: this.#copy(neurons.signal),
              noise: this.#copy(neurons.noise),
            },
      end: this.#end,
    });
  }

  /** Removes the snapshots up to an epoch and returns them in a buffer of their own, fit to be transferred. */
  takeUpTo(epoch: number): Snapshot[] {
    const later = this.#stored.findIndex((snapshot) => snapshot.epoch > epoch);
    const taken = later < 0 ? this.#stored : this.#stored.slice(0, later);
    const end = taken.at(-1)?.end ?? 0;
    if (end === 0) return [];
    const { buffer } = this.#memory.slice(0, end);
    this.#memory.copyWithin(0, end, this.#end);
    this.#end -= end;
    this.#stored = this.#stored.slice(taken.length).map((snapshot) => moved(snapshot, end));
    return taken.map((snapshot) => viewOf(snapshot, buffer));
  }

  #copy(values: Float64Array | Uint8Array): Place {
    const from = this.#end;
    this.#reserve(from + values.byteLength);
    this.#memory.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), from);
    this.#end = Math.ceil((from + values.byteLength) / ALIGNMENT) * ALIGNMENT;
    return { from, length: values.length };
  }

  #reserve(bytes: number): void {
    const needed = bytes + ALIGNMENT;
    if (needed <= this.#memory.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#memory.length));
    grown.set(this.#memory.subarray(0, this.#end));
    this.#memory = grown;
  }
}

function moved(snapshot: Stored, by: number): Stored {
  const back = ({ from, length }: Place): Place => ({ from: from - by, length });
  const { rho, active, singularValues, neurons, end } = snapshot;
  return {
    ...snapshot,
    rho: back(rho),
    active: back(active),
    singularValues: back(singularValues),
    neurons:
      neurons === null
        ? null
        : { gamma: back(neurons.gamma), signal: back(neurons.signal), noise: back(neurons.noise) },
    end: end - by,
  };
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
