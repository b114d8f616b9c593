import type { Problem } from '../../problem/problem.ts';
import { Pace, type Work } from '../../slices.ts';
import type { Ground } from '../../space/create.ts';
import type { Groups } from '../../space/groups/groups.ts';
import { TEST_ROWS } from '../../space/space.ts';
import { KinkedSums, sortWork } from './kinked-sums.ts';
import { Patience } from './patience.ts';

/** Numbers that the sorted offsets and their sums may take: 32 MB. Of more neurons and patches the rows are measured. */
const MOST_NUMBERS = 4e6;
/** Multiply–adds of φ of a test patch of a neuron, beside the product. */
const WORK_PER_PATCH = 6;

/**
 * Share of test points with y f(x) ≤ 0 in O(groups·patches·K), whatever m is: ⟨w_r, x⟩ = õ_r + ⟨s_g, U x⟩, so that what a
 * group adds to f(x) is a function of one number, piecewise linear with a kink a neuron (`KinkedSums`). Offsets are sorted
 * once the groups have stayed the same for as long as it takes to save what that costs.
 */
export class GroupTestError {
  /** Distinct test patches. */
  private readonly width: number;
  /** Some rows of C, or all s_g, and what they make of the test patches. */
  private readonly c: Float64Array;
  private readonly z: Float64Array;
  /** φ of each patch, summed over all neurons with their a_r. */
  private readonly outputs: Float64Array;
  /** Of each group that has neurons, by its number. */
  private sums: ReadonlyMap<number, KinkedSums> | null = null;
  private version = -1;
  private readonly patience = new Patience();
  private readonly canSort: boolean;

  constructor(
    private readonly groups: Groups,
    private readonly problem: Problem,
    private readonly ground: Ground,
  ) {
    const { kernels } = ground;
    const { testX, dim } = problem.samples;
    this.width = testX.length / dim;
    this.canSort = 2 * groups.neurons * this.width <= MOST_NUMBERS && this.width > 0;
    this.c = kernels.allocate(this.canSort ? TEST_ROWS * groups.K : 0);
    this.z = kernels.allocate(this.canSort ? TEST_ROWS * this.width : 0);
    this.outputs = new Float64Array(this.width);
  }

  /** @returns null where it is to be measured of the rows */
  *measure(): Work<number | null> {
    const { groups, patience, width } = this;
    if (!this.canSort || groups.live > TEST_ROWS) return null;
    if (this.version !== groups.version) {
      patience.beginAnew(this.sums !== null);
      this.version = groups.version;
      this.sums = null;
    }
    if (this.sums === null) {
      const entries = groups.neurons * width;
      if (!patience.isOver(entries * (groups.K + sortWork(groups.neurons)))) {
        patience.wait(entries * (groups.K + WORK_PER_PATCH));
        return null;
      }
      yield* this.sort();
      patience.made(true);
    }
    patience.serve();
    yield* this.takeOutputs(this.sums!);
    return this.wrong();
  }

  private *sort(): Work {
    const { groups, z, c, width, ground } = this;
    const { members, table, K, network, stillC } = groups;
    const { initialTest, featureTest } = ground.products;
    const sums = new Map<number, KinkedSums>();
    for (let g = 0; g < table.count; g++) {
      const size = members.size[g]!;
      if (size > 0) sums.set(g, new KinkedSums(width, size, network.gamma));
    }
    const placed = new Int32Array(table.count);
    const pace = new Pace(TEST_ROWS * (K + WORK_PER_PATCH) * width);
    for (let from = 0; from < groups.neurons; from += TEST_ROWS) {
      const rows = Math.min(TEST_ROWS, groups.neurons - from);
      c.set(stillC.subarray(from * K, (from + rows) * K));
      z.set(initialTest.subarray(from * width, (from + rows) * width));
      yield* featureTest!.addProduct(c, z, rows);
      for (let r = 0; r < rows; r++) {
        const g = members.groupOf[from + r]!;
        sums.get(g)!.put(placed[g]!, z, r * width);
        placed[g] = placed[g]! + 1;
      }
      if (pace.isDue()) yield;
    }
    for (const one of sums.values()) yield* one.sort();
    this.sums = sums;
  }

  /** Σ_r a_r φ(⟨w_r, x⟩) of every patch x. */
  private *takeOutputs(sums: ReadonlyMap<number, KinkedSums>): Work {
    const { groups, c, z, width, outputs, ground } = this;
    const { table, network, moved, K } = groups;
    let rows = 0;
    for (const g of sums.keys()) c.set(moved.subarray(g * K, (g + 1) * K), K * rows++);
    z.fill(0, 0, rows * width);
    yield* ground.products.featureTest!.addProduct(c, z, rows);
    outputs.fill(0);
    let from = 0;
    for (const [g, one] of sums) {
      one.addTo(outputs, table.side[g] === 0 ? network.scale : -network.scale, z, from);
      from += width;
    }
  }

  private wrong(): number {
    const { testY, testPatch } = this.problem.samples;
    const { outputs } = this;
    const patches = testPatch.length / testY.length;
    let wrong = 0;
    for (let i = 0, at = 0; i < testY.length; i++) {
      let f = 0;
      for (let p = 0; p < patches; p++, at++) f += outputs[testPatch[at]!]!;
      if (!(testY[i]! * f > 0)) wrong++;
    }
    return wrong / testY.length;
  }
}
