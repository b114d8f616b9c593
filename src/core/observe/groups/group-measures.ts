import type { Batch } from '../../objective.ts';
import type { Problem } from '../../problem/problem.ts';
import { Settled, type Work } from '../../slices.ts';
import type { Ground } from '../../space/create.ts';
import type { Groups } from '../../space/groups/groups.ts';
import type { Measures, Norms, Ranks } from '../measures.ts';
import type { SignalNoise } from '../recorder.ts';
import type { Matrices } from '../shown-matrices.ts';
import type { SnapshotShape } from '../snapshot-shape.ts';
import type { RowMeasures } from '../row-measures.ts';
import { GroupNorms } from './group-norms.ts';
import { GroupPatterns } from './group-patterns.ts';
import { GroupRanks } from './group-ranks.ts';
import { GroupTestError } from './group-test-error.ts';

const NO_TEST = new Settled(-1);

/**
 * Measures of W by groups, at a cost that does not grow with the neurons; what has no such form, or does not pay, is
 * measured of the rows, which are written out for it.
 */
export class GroupMeasures implements Measures {
  private readonly patterns: GroupPatterns;
  private readonly groupRanks: GroupRanks;
  private readonly groupTestError: GroupTestError;

  private constructor(
    private readonly problem: Problem,
    full: Batch,
    ground: Ground,
    private readonly groups: Groups,
    private readonly rows: RowMeasures,
    private readonly groupNorms: GroupNorms,
  ) {
    this.groupRanks = new GroupRanks(groups, problem, rows, ground.kernels);
    this.groupTestError = new GroupTestError(groups, problem, ground);
    this.patterns = new GroupPatterns(groups, full, rows.fired);
  }

  static *create(
    problem: Problem,
    full: Batch,
    ground: Ground,
    groups: Groups,
    rows: RowMeasures,
  ): Work<GroupMeasures> {
    const norms = yield* GroupNorms.of(groups, ground, problem);
    return new GroupMeasures(problem, full, ground, groups, rows, norms);
  }

  get isActive(): boolean {
    return this.groups.isActive;
  }

  isFinite(): boolean {
    return this.groups.isFinite();
  }

  learnt(): { readonly signal: number; readonly noise: number } {
    const { signalFeature } = this.problem.samples;
    if (signalFeature === null) return { signal: 0, noise: 0 };
    const { table, members, image, low, high, K } = this.groups;
    let signal = 0;
    let noise = -Infinity;
    for (let g = 0; g < table.count; g++) {
      if (members.size[g] === 0) continue;
      for (let k = 0, at = g * K; k < K; k++, at++) {
        const most = image[at]! + high[at]!;
        if (k === signalFeature) signal = Math.max(signal, Math.abs(most), Math.abs(image[at]! + low[at]!));
        else noise = Math.max(noise, most);
      }
    }
    return { signal, noise };
  }

  norms(): Work<Norms> {
    return this.groupNorms.measure();
  }

  ranks(norms: Norms): Work<Ranks> {
    return this.groupRanks.measure(norms);
  }

  pattern(): { readonly flips: number; readonly agreement: number } {
    return this.patterns.update();
  }

  testError(): Work<number> {
    return this.problem.samples.testY.length === 0 ? NO_TEST : this.ofTestPoints();
  }

  private *ofTestPoints(): Work<number> {
    const known = yield* this.groupTestError.measure();
    if (known !== null) return known;
    yield* this.groups.show();
    return yield* this.rows.testError();
  }

  matrices(): Matrices {
    return this.rows.shown.takeFromGroups(this.groups);
  }

  *spectrum(): Work<Float64Array> {
    yield* this.groups.show();
    yield* this.rows.takeRows();
    return yield* this.rows.spectrum();
  }

  *neurons(rows: SnapshotShape['rows']): Work<SignalNoise | null> {
    if (this.problem.samples.signalFeature === null) return null;
    yield* this.groups.show();
    this.rows.learnt();
    return yield* this.rows.neurons(rows);
  }
}
