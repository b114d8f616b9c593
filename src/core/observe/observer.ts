import type { Batch, Objective } from '../objective.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import { Pace, type Work } from '../slices.ts';
import { ActivationPattern } from './activation-pattern.ts';
import { columnGramView, usesColumnGram } from './column-gram-view.ts';
import { initialGramView } from './initial-gram-view.ts';
import { ShownMatrices } from './shown-matrices.ts';
import { SCALARS, type ScalarName } from './quantities.ts';
import type { Recorder, Snapshot } from './recorder.ts';
import { RestBounds } from './rest-bounds.ts';
import { rowsView } from './rows-view.ts';
import type { Schedule } from './schedule.ts';
import { SignalNoiseView } from './signal-noise.ts';
import { Spectrum, StableRank } from './stable-rank.ts';
import { withStartMemo } from './start-memo.ts';
import { TestError } from './test-error.ts';
import type { ClassOperator, WeightView } from './weight-view.ts';

/** The quantity of an observation that was not finite. */
export type NotFinite = ScalarName | 'margins' | 'pre-activations';

const INDEX = Object.fromEntries(SCALARS.map((name, k) => [name, k])) as Record<ScalarName, number>;

const NONE = new Float64Array(0);

/** What is read of each entry of C, Z, φ′ and the signs beside the stable ranks, in multiply–adds. */
const WORK_PER_ENTRY = 8;

/** What an observation takes over from the step: measured on the objective's last forward pass over all samples. */
export interface Measured {
  /** L. */
  readonly loss: number;
  /** R, without λ. */
  readonly penalty: number;
  /** ‖∇_W L‖_F. */
  readonly gradientNorm: number;
}

/** Measures everything that is recorded of an epoch, on the numbers of the objective's last full forward pass. */
export class Observer {
  private readonly ranks: readonly [StableRank, StableRank, StableRank];
  private readonly spectrum: Spectrum;
  private readonly pattern: ActivationPattern;
  private readonly matrices: ShownMatrices;
  private readonly testError: TestError;
  private readonly signalNoise: SignalNoiseView | null;
  private readonly norms: Float64Array;
  private readonly pace: Pace;
  private readonly scalars = new Float64Array(SCALARS.length);

  private constructor(
    problem: Problem,
    full: Batch,
    private readonly objective: Objective,
    private readonly ground: Ground,
    private readonly schedule: Schedule,
    private readonly view: WeightView,
    all: ClassOperator,
    private readonly rest: RestBounds | null,
  ) {
    const { neurons, samples } = problem;
    const { kernels, space } = ground;
    const m = neurons / 2;
    this.ranks = [
      new StableRank(view.operator(0, m), 'positive', rest, kernels),
      new StableRank(view.operator(m, neurons), 'negative', rest, kernels),
      new StableRank(all, 'all', rest, kernels),
    ];
    this.pace = new Pace(WORK_PER_ENTRY * space.c.length);
    this.spectrum = new Spectrum(all, kernels);
    this.pattern = new ActivationPattern(kernels, neurons, samples.y, full.patches);
    this.testError = new TestError(samples, ground, objective.activation, objective.a);
    this.signalNoise = SignalNoiseView.of(problem, ground);
    this.norms = kernels.allocate(neurons);
    this.matrices = new ShownMatrices(problem, full, ground, this.pattern, schedule.shape);
  }

  static *create(
    problem: Problem,
    full: Batch,
    objective: Objective,
    ground: Ground,
    schedule: Schedule,
  ): Work<Observer> {
    const { kernels, space } = ground;
    const view = withStartMemo(yield* viewOf(ground, problem), problem, ground);
    const all = view.operator(0, problem.neurons);
    const rest = all.work > space.c.length ? yield* RestBounds.of(kernels, space) : null;
    return new Observer(problem, full, objective, ground, schedule, view, all, rest);
  }

  /**
   * Reports epoch t to the recorder, unless something in it is not finite.
   *
   * @returns the first quantity that is not finite, or null
   */
  *observe(t: number, measured: Measured, recorder: Recorder): Work<NotFinite | null> {
    const { objective, scalars } = this;
    const margins = objective.margins;
    if (!allFinite(margins)) return 'margins';
    if (!Number.isFinite(measured.loss)) return 'loss';
    const { kernels, space } = this.ground;
    if (!kernels.allFinite(space.z, space.z.length)) return 'pre-activations';

    scalars[INDEX.loss] = measured.loss;
    scalars[INDEX.penalty] = measured.penalty;
    scalars[INDEX.gradientNorm] = measured.gradientNorm;
    const learnt = this.signalNoise?.measure();
    scalars[INDEX.signal] = learnt?.signal ?? 0;
    scalars[INDEX.noise] = learnt?.noise ?? 0;
    if (this.pace.isDue()) yield;
    yield* this.measureRanks();
    if (this.pace.isDue()) yield;
    this.measureMargins();
    const { flips, agreement } = this.pattern.update(objective.signed);
    scalars[INDEX.flips] = flips;
    scalars[INDEX.agreement] = agreement;
    scalars[INDEX.testError] = yield* this.testError.measure();

    const broken = scalars.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0) return SCALARS[broken]!;
    recorder.epoch(t, scalars, margins);
    if (this.schedule.snapshots.has(t)) {
      // The matrices can wait until the numbers were sent.
      yield;
      recorder.snapshot(yield* this.snapshot(t));
    }
    return null;
  }

  private *measureRanks(): Work {
    const { scalars, norms, ranks } = this;
    yield* this.view.update();
    this.rest?.update();
    this.view.squaredNorms(norms);
    const m = norms.length / 2;
    let positive = 0;
    let negative = 0;
    for (let r = 0; r < m; r++) {
      positive += norms[r]!;
      negative += norms[m + r]!;
    }
    scalars[INDEX.stableRankPositive] = yield* ranks[0].measure(positive);
    scalars[INDEX.stableRankNegative] = yield* ranks[1].measure(negative);
    scalars[INDEX.stableRankAll] = yield* ranks[2].measure(positive + negative);
    scalars[INDEX.frobenius] = Math.sqrt(positive + negative);
    let least = Infinity;
    let most = 0;
    for (let r = 0; r < norms.length; r++) {
      least = Math.min(least, norms[r]!);
      most = Math.max(most, norms[r]!);
    }
    scalars[INDEX.minNeuronNorm] = Math.sqrt(least);
    scalars[INDEX.maxNeuronNorm] = Math.sqrt(most);
  }

  private measureMargins(): void {
    const { scalars, objective } = this;
    const { margins, lossSlopes } = objective;
    let least = Infinity;
    let most = -Infinity;
    let steepest = 0;
    let flattest = Infinity;
    let wrong = 0;
    for (let i = 0; i < margins.length; i++) {
      least = Math.min(least, margins[i]!);
      most = Math.max(most, margins[i]!);
      steepest = Math.max(steepest, -lossSlopes[i]!);
      flattest = Math.min(flattest, -lossSlopes[i]!);
      if (!(margins[i]! > 0)) wrong++;
    }
    const norm = scalars[INDEX.frobenius]!;
    scalars[INDEX.marginGap] = norm > 0 ? (most - least) / norm : 0;
    // A ratio beyond the largest double says "more than can be told", not "diverged".
    scalars[INDEX.lossRatio] = steepest > 0 ? Math.min(Number.MAX_VALUE, steepest / flattest) : 1;
    scalars[INDEX.trainError] = wrong / margins.length;
  }

  private *snapshot(t: number): Work<Snapshot> {
    const { rho, active } = this.matrices.take();
    const singularValues = this.schedule.spectra.has(t)
      ? yield* this.spectrum.measure(this.ranks[2].vector)
      : NONE;
    const neurons = this.signalNoise?.of(this.schedule.shape.rows) ?? null;
    return { epoch: t, rho, active, singularValues, neurons };
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

function allFinite(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (!(Math.abs(values[k]!) < Infinity)) return false;
  return true;
}
