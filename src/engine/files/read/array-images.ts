import { inSample } from '../columns/sample.ts';
import { MAX_COUNT, MAX_MAGNITUDE, TABLE_MEMORY } from '../limits.ts';
import { FileProblem } from '../problem.ts';
import type { Images } from '../table.ts';
import { grouped, partOf } from '../words.ts';
import type { Block } from './array-rows.ts';

/** How images lie in the file, and how they are kept. */
export interface Layout {
  /** As in {@link Images}. */
  readonly shape: readonly number[];
  /** Number c of a kept image is number order[c] of the file's; null: the same. */
  readonly order: Uint32Array | null;
}

const MIN_SIDE = 8;

/**
 * The layout of images of this shape in a file: [h, w], [h, w, 1], [1, h, w] are grey, [h, w, c] and [c, h, w] with
 * c = 3, 4 are coloured; a square number of pixels is a square; whatever else is one picture, the last dimensions side
 * by side.
 */
export function imageLayout(shape: readonly number[]): Layout {
  const [a = 1, b = 1, c = 1] = shape;
  const colours = (size: number): boolean => size === 3 || size === 4;
  if (shape.length === 1) {
    const side = Math.round(Math.sqrt(a));
    return { shape: side >= MIN_SIDE && side * side === a ? [side, side] : [1, a], order: null };
  }
  if (shape.length === 3 && a === 1) return { shape: [b, c], order: null };
  if (shape.length === 3 && c === 1) return { shape: [a, b], order: null };
  if (shape.length === 3 && colours(c)) return { shape, order: null };
  if (shape.length === 3 && colours(a)) return { shape: [b, c, a], order: channelsLast(a, b * c) };
  return { shape: [a, shape.slice(1).reduce((product, size) => product * size, 1)], order: null };
}

/** The order that puts the channels of planes of `area` pixels last. */
export function channelsLast(channels: number, area: number): Uint32Array {
  return Uint32Array.from(
    { length: channels * area },
    (_, c) => (c % channels) * area + Math.floor(c / channels),
  );
}

const FIRST_CAPACITY = 64;

/**
 * Takes the images of a file one after another and keeps all of them, or, once they do not fit into TABLE_MEMORY, the
 * sample that a table would keep (columns/sample.ts): labels in a file of their own are found by `indexOf`.
 */
export class ImageStore {
  private values: Uint8Array | Float64Array;
  private indices: number[] = [];
  private level = 0;
  private total = 0;
  private readonly name: string;
  private readonly dim: number;
  private readonly order: Uint32Array | null;

  constructor(name: string, dim: number, order: Uint32Array | null) {
    this.name = name;
    this.dim = dim;
    this.order = order;
    this.values = new Uint8Array(FIRST_CAPACITY * dim);
  }

  /** @throws FileProblem for a number that is missing, infinite or too large */
  add(block: Block): void {
    const { dim, order } = this;
    for (let row = 0; row < block.count; row++) {
      const index = this.total++;
      if (!inSample(index, this.level)) continue;
      const plain = block.bytes !== null && order === null;
      if (!plain && this.values instanceof Uint8Array && !this.areBytes(block, row)) {
        this.values = new Float64Array(this.values);
      }
      this.makeRoom();
      // Room may have been made by a smaller sample, without this image.
      if (!inSample(index, this.level)) continue;
      const at = this.indices.length * dim;
      if (plain) this.values.set(block.bytes.subarray(row * dim, (row + 1) * dim), at);
      else for (let c = 0; c < dim; c++) this.values[at + c] = this.number(block, row, order?.[c] ?? c);
      this.indices.push(index);
    }
  }

  finish(): Pick<Images, 'values' | 'count' | 'total' | 'indexOf'> & { readonly notes: readonly string[] } {
    const { indices, total } = this;
    const count = indices.length;
    return {
      values: this.values.subarray(0, count * this.dim),
      count,
      total,
      indexOf: (image) => indices[image]!,
      notes:
        count < total
          ? [`${partOf(count, total, 'image')} kept: a random sample, always the same one of this file.`]
          : [],
    };
  }

  private areBytes(block: Block, row: number): boolean {
    for (let c = 0; c < this.dim; c++) {
      const value = this.number(block, row, c);
      if ((value & 255) !== value) return false;
    }
    return true;
  }

  private makeRoom(): void {
    const { dim } = this;
    // Once for what is kept here, once for the dataset that is made of it.
    const memory = Math.floor(TABLE_MEMORY / (2 * dim * this.values.BYTES_PER_ELEMENT));
    const most = Math.max(1, Math.min(MAX_COUNT, memory));
    while (this.indices.length >= most && this.level < 31) this.thin();
    const needed = (this.indices.length + 1) * dim;
    if (needed <= this.values.length) return;
    const length = Math.max(needed, Math.min(most * dim, 2 * this.values.length));
    const larger = this.values instanceof Uint8Array ? new Uint8Array(length) : new Float64Array(length);
    larger.set(this.values);
    this.values = larger;
  }

  private thin(): void {
    this.level++;
    const { dim, values } = this;
    const kept: number[] = [];
    this.indices.forEach((index, k) => {
      if (!inSample(index, this.level)) return;
      values.copyWithin(kept.length * dim, k * dim, (k + 1) * dim);
      kept.push(index);
    });
    this.indices = kept;
  }

  private number(block: Block, row: number, column: number): number {
    const value = block.cell(row, column);
    if (typeof value === 'number' && Math.abs(value) <= MAX_MAGNITUDE) return value;
    const image = block.first + row + 1;
    const what = value === null ? 'is not a number (NaN)' : `is ${value}, beyond ±${MAX_MAGNITUDE}`;
    throw new FileProblem(
      `${this.name}, image ${grouped(image)}: number ${grouped(column + 1)} ${what}; leave such images out, or put a number in its place`,
      'image-number',
      image,
    );
  }
}
