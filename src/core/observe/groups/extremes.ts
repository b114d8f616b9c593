import type { Groups } from '../../space/groups/groups.ts';

/**
 * The least and the largest ‖w_r‖² of all neurons.
 */
export class Extremes {
  constructor(
    private readonly groups: Groups,
    /** ‖w̃_r‖², 2m entries. */
    private readonly still: Float64Array,
  ) {}

  /** Neurons have changed groups. */
  forget(): void {
    // TODO
  }

  measure(): { readonly least: number; readonly most: number } {
    const { groups, still } = this;
    const { table, members, K, moved, image, stillZ } = groups;
    let least = Infinity;
    let most = 0;
    for (let g = 0; g < table.count; g++) {
      let square = 0;
      for (let k = g * K, end = k + K; k < end; k++) square += moved[k]! * image[k]!;
      for (let r = members.first[g]!; r >= 0; r = members.next[r]!) {
        let mixed = 0;
        for (let k = 0; k < K; k++) mixed += moved[g * K + k]! * stillZ[r * K + k]!;
        const norm = Math.max(0, still[r]! + (2 * mixed + square));
        least = Math.min(least, norm);
        most = Math.max(most, norm);
      }
    }
    return { least, most };
  }
}
