import { wordsOf } from '../../kernels/words.ts';
import type { Batch } from '../../objective.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { ActivationPattern } from '../activation-pattern.ts';

/** Who fires for whom, group by group: only neurons that changed groups since the last recorded epoch are looked at. */
export class GroupPatterns {
  /** A bit a patch of each group, and how many of its signs are j·y_i; of the version. */
  private words = new Int32Array(0);
  private agreeing = new Int32Array(0);
  private version = -1;

  constructor(
    private readonly groups: Groups,
    private readonly full: Batch,
    private readonly fired: ActivationPattern,
  ) {}

  /** @returns as {@link ActivationPattern.update} */
  update(): { readonly flips: number; readonly agreement: number } {
    const { groups, fired } = this;
    const { members, table } = groups;
    if (this.version !== groups.patternVersion) this.review();
    let flips = 0;
    for (let k = 0; k < groups.changes; k++) {
      const r = groups.changed[k]!;
      flips += fired.updateRow(r, this.words, members.groupOf[r]! * fired.perRow);
    }
    groups.forgetChanges();
    let agreeing = 0;
    for (let g = 0; g < table.count; g++) agreeing += members.size[g]! * this.agreeing[g]!;
    return { flips, agreement: agreeing / (groups.neurons * fired.width) };
  }

  private review(): void {
    const { groups, full, fired } = this;
    const { table, network } = groups;
    const { count: Q, ofPatch } = network.sites;
    const perRow = wordsOf(fired.width);
    if (this.words.length === 0) {
      this.words = new Int32Array(table.capacity * perRow);
      this.agreeing = new Int32Array(table.capacity);
    }
    this.words.fill(0, 0, table.count * perRow);
    for (let g = 0; g < table.count; g++) {
      for (let at = 0; at < full.n * full.patches; at++) {
        const word = g * perRow + (at >>> 5);
        if (table.fires[g * Q + ofPatch[at]!] === 1) this.words[word] = this.words[word]! | (1 << (at & 31));
      }
      this.agreeing[g] = fired.agreeing(this.words, g * perRow, table.side[g]!);
    }
    this.version = groups.patternVersion;
  }
}
