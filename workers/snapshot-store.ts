import type { GroupBase } from '../src/core/observe/grouped-matrices.ts';
import type { Snapshot } from '../src/core/observe/recorder.ts';
import type { SnapshotPack } from '../src/protocol/snapshot-pack.ts';
import { FlipLog } from './flip-log.ts';

/** Of a pack's memory: enough that a thousand snapshots are a few, little enough that one is soon full. */
const PACK_BYTES = 1_048_576;
const BYTES_PER_NUMBER = 8;
const BYTES_PER_COUNT = 4;

/** Numbers of a snapshot's arrays. */
interface Sizes {
  /** Of ρ and of the pattern, or of what stands for them where neurons move by groups. */
  readonly matrix: number;
  /** Pairs whose flips are told: rows×columns. */
  readonly pairs: number;
  /** Shown neurons; 0 where nothing is measured of them. */
  readonly rows: number;
  /** Of what slides: as of a matrix, or 0 of runs in which nothing can. */
  readonly slides: number;
}

/** What of a snapshot is kept. */
interface Kept extends Pick<Snapshot, 'epoch' | 'sliding' | 'flips' | 'singularValues' | 'neurons'> {
  readonly base: GroupBase | null;
  readonly rho: Float64Array;
  readonly active: Uint8Array;
}

function keptOf(snapshot: Snapshot): Kept {
  const { epoch, sliding, flips, singularValues, neurons, grouped } = snapshot;
  const {
    base,
    moved: rho,
    fires: active,
  } = grouped ?? {
    base: null,
    moved: snapshot.rho,
    fires: snapshot.active,
  };
  return { epoch, sliding, flips, singularValues, neurons, base, rho, active };
}

const sizesOf = ({ rho, sliding, flips, neurons }: Kept): Sizes => ({
  matrix: rho.length,
  pairs: flips.soFar.length,
  rows: neurons?.gamma.length ?? 0,
  slides: sliding?.length ?? 0,
});

const areSame = (a: Sizes, b: Sizes): boolean =>
  a.matrix === b.matrix && a.pairs === b.pairs && a.rows === b.rows && a.slides === b.slides;

/** A pack under way, in one stretch of memory, and the changes of its flips in another: it has room for `capacity` snapshots and holds the first `count` of that. */
class OpenPack {
  count = 0;
  readonly #epochs: Float64Array;
  readonly #rho: Float64Array;
  readonly #neurons: readonly Float64Array[];
  readonly #sliding: Float32Array;
  readonly #active: Uint8Array;
  readonly #flips: FlipLog;
  readonly #spectra = new Map<number, Float64Array>();

  constructor(
    readonly sizes: Sizes,
    readonly base: GroupBase | null,
    readonly capacity: number,
  ) {
    const { matrix, pairs, rows, slides } = sizes;
    const buffer = new ArrayBuffer(bytesOf(sizes, capacity));
    let at = 0;
    const doubles = (length: number): Float64Array => {
      const array = new Float64Array(buffer, at, capacity * length);
      at += array.byteLength;
      return array;
    };
    this.#epochs = doubles(1);
    this.#rho = doubles(matrix);
    this.#neurons = rows === 0 ? [] : [doubles(rows), doubles(rows), doubles(rows)];
    const counts = (length: number): Uint32Array => {
      const array = new Uint32Array(buffer, at, length);
      at += array.byteLength;
      return array;
    };
    this.#flips = new FlipLog(counts(2 * pairs), counts(capacity));
    this.#sliding = new Float32Array(buffer, at, capacity * slides);
    this.#active = new Uint8Array(buffer, at + this.#sliding.byteLength, capacity * matrix);
  }

  get bytes(): number {
    return bytesOf(this.sizes, this.count) + this.#flips.bytes;
  }

  /** Copies it: its arrays may be used again. */
  append({ epoch, rho, active, sliding, flips, singularValues, neurons }: Kept): void {
    const at = this.count++;
    const { matrix, rows, slides } = this.sizes;
    this.#epochs[at] = epoch;
    this.#rho.set(rho, at * matrix);
    this.#active.set(active, at * matrix);
    if (sliding) this.#sliding.set(sliding, at * slides);
    this.#flips.append(at, flips);
    if (singularValues.length > 0) this.#spectra.set(at, singularValues.slice());
    if (neurons === null) return;
    const { gamma, signal, noise } = neurons;
    [gamma, signal, noise].forEach((values, k) => this.#neurons[k]!.set(values, at * rows));
  }

  /** Of those it holds, how many are not after an epoch. */
  countUpTo(epoch: number): number {
    const later = this.#epochs.subarray(0, this.count).findIndex((t) => t > epoch);
    return later < 0 ? this.count : later;
  }

  /** The snapshots from..to−1, as views. */
  part(from: number, to: number): SnapshotPack {
    const { matrix, rows, slides } = this.sizes;
    const [gamma, signal, noise] = this.#neurons.map((values) => values.subarray(from * rows, to * rows));
    const inside = [...this.#spectra].filter(([at]) => at >= from && at < to);
    return {
      epochs: this.#epochs.subarray(from, to),
      base: this.base,
      rho: this.#rho.subarray(from * matrix, to * matrix),
      active: this.#active.subarray(from * matrix, to * matrix),
      sliding: slides ? this.#sliding.subarray(from * slides, to * slides) : null,
      flips: this.#flips.part(from, to),
      spectra: new Map(inside.map(([at, values]) => [at - from, values])),
      neurons: gamma && signal && noise ? { gamma, signal, noise } : null,
    };
  }

  /** The same in another pack, of which nothing else is in the memory. */
  copyOf(from: number, to: number, capacity = to - from): OpenPack {
    const copy = new OpenPack(this.sizes, this.base, capacity);
    const { epochs, rho, active, sliding, flips, spectra, neurons } = this.part(from, to);
    copy.count = to - from;
    copy.#epochs.set(epochs);
    copy.#rho.set(rho);
    copy.#active.set(active);
    if (sliding) copy.#sliding.set(sliding);
    copy.#flips.take(flips);
    for (const [at, values] of spectra) copy.#spectra.set(at, values);
    if (neurons !== null) {
      [neurons.gamma, neurons.signal, neurons.noise].forEach((values, k) => copy.#neurons[k]!.set(values));
    }
    return copy;
  }
}

/** Of so many snapshots, without the changes of their flips. */
const bytesOf = ({ matrix, pairs, rows, slides }: Sizes, count: number): number =>
  count * (BYTES_PER_NUMBER * (1 + matrix + 3 * rows) + BYTES_PER_COUNT * (1 + slides) + matrix) +
  2 * BYTES_PER_COUNT * pairs;

/** Snapshots of a pack: as many as there is room for, or one. */
function capacityOf(sizes: Sizes): number {
  const head = bytesOf(sizes, 0);
  return Math.max(1, Math.floor((PACK_BYTES - head) / (bytesOf(sizes, 1) - head)));
}

/** Copies of snapshots in packs whose memory is handed over as it is: a snapshot is copied once on its way to the page. */
export class SnapshotStore {
  #packs: OpenPack[] = [];

  /** Of the snapshots that were not taken. */
  get bytes(): number {
    return this.#packs.reduce((total, pack) => total + pack.bytes, 0);
  }

  append(snapshot: Snapshot): void {
    const kept = keptOf(snapshot);
    this.#packFor(sizesOf(kept), kept.base).append(kept);
  }

  /** Removes the snapshots up to an epoch and returns them in buffers of their own, fit to be transferred. */
  takeUpTo(epoch: number): SnapshotPack[] {
    const taken: SnapshotPack[] = [];
    const kept: OpenPack[] = [];
    for (const pack of this.#packs) {
      const to = pack.countUpTo(epoch);
      // Memory that is hardly used is not worth handing over.
      const whole = to === pack.count && 2 * to >= pack.capacity;
      if (to > 0) taken.push((whole ? pack : pack.copyOf(0, to)).part(0, to));
      if (to < pack.count) kept.push(pack.copyOf(to, pack.count, pack.capacity));
    }
    this.#packs = kept;
    return taken;
  }

  #packFor(sizes: Sizes, base: GroupBase | null): OpenPack {
    const last = this.#packs.at(-1);
    const fits = last?.base === base && areSame(last.sizes, sizes);
    if (last !== undefined && fits && last.count < last.capacity) return last;
    const pack = new OpenPack(sizes, base, capacityOf(sizes));
    this.#packs.push(pack);
    return pack;
  }
}
