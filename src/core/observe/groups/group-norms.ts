import type { Problem } from '../../problem/problem.ts';
import { Settled, slices, type Work } from '../../slices.ts';
import type { Ground } from '../../space/create.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { Norms } from '../measures.ts';
import { initialSquares } from '../moved-row-norms.ts';
import { Extremes } from './extremes.ts';

/**
 * Squared norms of W by groups. With w̃_r the still row of neuron r, w_r = w̃_r + Σ_k s_gk u_k, so that
 *
 *     ‖w_r‖² = ‖w̃_r‖² + 2 s_gᵀ z̃_r + s_gᵀ t_g,   ‖w̃_r‖² = ‖w_r(0)‖² + Σ_k c̃_rk (z0_rk + z̃_rk)
 */
export class GroupNorms {
  /** ‖w̃_r‖², 2m entries, and its sum over each group; of the version. */
  private readonly still: Float64Array;
  private readonly sums: Float64Array;
  private readonly extremes: Extremes;
  private version = -1;

  private constructor(
    private readonly groups: Groups,
    private readonly z0: Float64Array,
    private readonly initial: Float64Array,
  ) {
    this.still = new Float64Array(groups.neurons);
    this.sums = new Float64Array(groups.table.capacity);
    this.extremes = new Extremes(groups, this.still);
  }

  static *of(groups: Groups, { products }: Ground, problem: Problem): Work<GroupNorms> {
    const initial = new Float64Array(groups.neurons);
    yield* initialSquares(problem, initial);
    return new GroupNorms(groups, products.z0, initial);
  }

  measure(): Work<Norms> {
    return this.version === this.groups.version ? new Settled(this.now()) : this.reviewed();
  }

  private *reviewed(): Work<Norms> {
    yield* this.review();
    return this.now();
  }

  private now(): Norms {
    const { groups, sums, extremes } = this;
    const { members, table, K, moved, image, sum } = groups;
    let positive = 0;
    let negative = 0;
    for (let g = 0; g < table.count; g++) {
      const size = members.size[g]!;
      if (size === 0) continue;
      let mixed = 0;
      let square = 0;
      for (let k = g * K, end = k + K; k < end; k++) {
        mixed += moved[k]! * sum[k]!;
        square += moved[k]! * image[k]!;
      }
      const total = sums[g]! + (2 * mixed + size * square);
      if (table.side[g] === 0) positive += total;
      else negative += total;
    }
    const { least, most } = extremes.measure();
    return { positive: Math.max(0, positive), negative: Math.max(0, negative), least, most };
  }

  private *review(): Work {
    const { groups, still, initial, z0, sums } = this;
    const { K, stillC, stillZ, members } = groups;
    yield* slices(groups.neurons, 4 * K, (from, to) => {
      for (let r = from; r < to; r++) {
        let sum = 0;
        for (let k = r * K, end = k + K; k < end; k++) sum += stillC[k]! * (z0[k]! + stillZ[k]!);
        still[r] = initial[r]! + sum;
      }
    });
    sums.fill(0);
    for (let r = 0; r < groups.neurons; r++) {
      const g = members.groupOf[r]!;
      sums[g] = sums[g]! + still[r]!;
    }
    this.extremes.forget();
    this.version = groups.version;
  }
}
