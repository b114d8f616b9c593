import type { Batch, Objective } from '../objective.ts';
import type { Problem } from '../problem/problem.ts';
import type { Work } from '../slices.ts';
import type { Ground } from '../space/create.ts';
import { ActivationPattern } from './activation-pattern.ts';
import { columnGramView, usesColumnGram } from './column-gram-view.ts';
import { initialGramView } from './initial-gram-view.ts';
import type { Measures, Norms, Ranks } from './measures.ts';
import type { SignalNoise } from './recorder.ts';
import type { SnapshotShape } from './snapshot-shape.ts';
import { RestBounds } from './rest-bounds.ts';
import { rowsView } from './rows-view.ts';
import { ShownMatrices, type Matrices } from './shown-matrices.ts';
import { SignalNoiseView } from './signal-noise.ts';
import { Spectrum, StableRank } from './stable-rank.ts';
import { withStartMemo } from './start-memo.ts';
import { TestError } from './test-error.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** Measures of all rows of C, Z and W, as the space has them. */
export class RowMeasures implements Measures {
  /** Of the last recorded epoch, however it was measured. */
  readonly fired: ActivationPattern;
  readonly shown: ShownMatrices;
  private readonly stableRanks: readonly [StableRank, StableRank, StableRank];
  private readonly leading: Spectrum;
  private readonly testPoints: TestError;
  private readonly signalNoise: SignalNoiseView | null;
  private readonly squares: Float64Array;

  private constructor(
    problem: Problem,
    full: Batch,
    private readonly objective: Objective,
    private readonly ground: Ground,
    shape: SnapshotShape,
    readonly view: WeightView,
    all: ClassOperator,
    private readonly rest: RestBounds | null,
  ) {
    const { neurons, samples } = problem;
    const { kernels } = ground;
    const m = neurons / 2;
    this.stableRanks = [
      new StableRank(view.operator(0, m), 'positive', rest, kernels),
      new StableRank(view.operator(m, neurons), 'negative', rest, kernels),
      new StableRank(all, 'all', rest, kernels),
    ];
    this.leading = new Spectrum(all, kernels);
    this.fired = new ActivationPattern(kernels, neurons, samples.y, full.patches);
    this.testPoints = new TestError(samples, ground, objective.activation, objective.a);
    this.signalNoise = SignalNoiseView.of(problem, ground);
    this.squares = kernels.allocate(neurons);
    this.shown = new ShownMatrices(problem, full, ground, this.fired, shape);
  }

  static *create(
    problem: Problem,
    full: Batch,
    objective: Objective,
    ground: Ground,
    shape: SnapshotShape,
  ): Work<RowMeasures> {
    const { kernels, space } = ground;
    const view = withStartMemo(yield* viewOf(ground, problem), problem, ground);
    const all = view.operator(0, problem.neurons);
    const rest = all.work > space.c.length ? yield* RestBounds.of(kernels, space) : null;
    return new RowMeasures(problem, full, objective, ground, shape, view, all, rest);
  }

  isFinite(): boolean {
    const { kernels, space } = this.ground;
    return kernels.allFinite(space.z, space.z.length);
  }

  learnt(): { readonly signal: number; readonly noise: number } {
    return this.signalNoise?.measure() ?? { signal: 0, noise: 0 };
  }

  *norms(): Work<Norms> {
    const { squares } = this;
    yield* this.takeRows();
    this.view.squaredNorms(squares);
    const m = squares.length / 2;
    let positive = 0;
    let negative = 0;
    for (let r = 0; r < m; r++) {
      positive += squares[r]!;
      negative += squares[m + r]!;
    }
    let least = Infinity;
    let most = 0;
    for (let r = 0; r < squares.length; r++) {
      least = Math.min(least, squares[r]!);
      most = Math.max(most, squares[r]!);
    }
    return { positive, negative, least, most };
  }

  /** Takes W as it is now, for `ranks` and `spectrum`: part of `norms`. */
  *takeRows(): Work {
    yield* this.view.update();
    this.rest?.update();
  }

  *ranks({ positive, negative }: Norms): Work<Ranks> {
    const [ofPositive, ofNegative, ofAll] = this.stableRanks;
    return [
      yield* ofPositive.measure(positive),
      yield* ofNegative.measure(negative),
      yield* ofAll.measure(positive + negative),
    ];
  }

  pattern(): { readonly flips: number; readonly agreement: number } {
    return this.fired.update(this.objective.signed);
  }

  testError(): Work<number> {
    return this.testPoints.measure();
  }

  matrices(): Matrices {
    return this.shown.take();
  }

  spectrum(): Work<Float64Array> {
    return this.leading.measure(this.stableRanks[2].vector);
  }

  // eslint-disable-next-line require-yield -- the rows are there
  *neurons(rows: SnapshotShape['rows']): Work<SignalNoise | null> {
    return this.signalNoise?.of(rows) ?? null;
  }
}

/** The cheapest form of W for its stable ranks. */
function* viewOf(ground: Ground, problem: Problem): Work<WeightView> {
  const { products, space } = ground;
  const { neurons, featureCount, samples } = problem;
  if (products.initialGram !== null) return yield* initialGramView(ground, problem, products.initialGram);
  const formed = space.kind === 'feature' && usesColumnGram(neurons, featureCount, samples.dim);
  return (formed ? yield* columnGramView(ground, problem) : null) ?? (yield* rowsView(ground, problem));
}
