import type { Kernels } from '../../kernels/kernels.ts';

/** Which neurons are in which group: doubly linked lists, so that a neuron changes groups at no cost that grows with m. */
export class Members {
  /** Group of each neuron; −1 where it has none. */
  readonly groupOf: Int32Array;
  /** Neurons of each group. */
  readonly size: Int32Array;
  /** First neuron of each group, and the next one in the group of each neuron; −1 at the end. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  private readonly previous: Int32Array;

  constructor(kernels: Kernels, neurons: number, groups: number) {
    this.groupOf = new Int32Array(neurons).fill(-1);
    this.next = new Int32Array(neurons).fill(-1);
    this.previous = new Int32Array(neurons).fill(-1);
    this.first = new Int32Array(groups).fill(-1);
    this.size = kernels.allocateIndices(groups);
  }

  clear(): void {
    this.groupOf.fill(-1);
    this.first.fill(-1);
    this.size.fill(0);
  }

  /** Neuron r, which is in no group, becomes the first of group g. */
  add(r: number, g: number): void {
    const { groupOf, size, first, next, previous } = this;
    const second = first[g]!;
    groupOf[r] = g;
    next[r] = second;
    previous[r] = -1;
    if (second >= 0) previous[second] = r;
    first[g] = r;
    size[g] = size[g]! + 1;
  }

  /** Neuron r leaves its group. */
  remove(r: number): void {
    const { groupOf, size, first, next, previous } = this;
    const g = groupOf[r]!;
    const before = previous[r]!;
    const after = next[r]!;
    if (before >= 0) next[before] = after;
    else first[g] = after;
    if (after >= 0) previous[after] = before;
    groupOf[r] = -1;
    size[g] = size[g]! - 1;
  }
}
