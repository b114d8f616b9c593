import type { Stepper } from '../method/stepper.ts';
import type { Objective } from '../objective.ts';
import { Pace, type Work } from '../slices.ts';
import { GroupMeasures } from './groups/group-measures.ts';
import { ActivationPattern } from './activation-pattern.ts';
import { FlipCount } from './flip-count.ts';
import type { Measures, Norms, Ranks } from './measures.ts';
import { PairFlipCount } from './pair-flips.ts';
import { SCALAR_INDEX as INDEX, SCALARS, type ScalarName } from './quantities.ts';
import type { Recorder, Snapshot } from './recorder.ts';
import { RowMeasures } from './row-measures.ts';
import type { Schedule } from './schedule.ts';
import type { ShownSliding } from './shown-sliding.ts';

/** The quantity of an observation that was not finite. */
export type NotFinite = ScalarName | 'margins' | 'pre-activations';

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

/** Measures everything that is recorded of an epoch, on the numbers of the stepper's last full forward pass. */
export class Observer {
  private readonly pace: Pace;
  private readonly scalars = new Float64Array(SCALARS.length);

  private constructor(
    private readonly objective: Objective,
    entries: number,
    private readonly schedule: Schedule,
    private readonly ofRows: RowMeasures,
    /** Null where neurons do not move by groups. */
    private readonly ofGroups: GroupMeasures | null,
    private readonly flipCount: FlipCount,
    private readonly sliding: ShownSliding | null,
  ) {
    this.pace = new Pace(WORK_PER_ENTRY * entries);
  }

  /** @param sliding null where no pair can stay on its kink */
  static *create(
    { problem, full, objective, ground, grouping }: Stepper,
    schedule: Schedule,
    sliding: ShownSliding | null = null,
  ): Work<Observer> {
    const ofRows = yield* RowMeasures.create(problem, full, objective, ground, schedule.shape);
    const ofGroups =
      grouping === null ? null : yield* GroupMeasures.create(problem, full, ground, grouping.groups, ofRows);
    const { neurons, samples } = problem;
    const everyEpoch = new ActivationPattern(ground.kernels, neurons, samples.y, full.patches);
    const sites = grouping?.groups.network.sites ?? null;
    const ofPairs = new PairFlipCount(schedule.shape, everyEpoch, neurons, full, sites);
    grouping?.watch(ofPairs);
    const flipCount = new FlipCount(everyEpoch, grouping, ofPairs);
    return new Observer(objective, ground.space.c.length, schedule, ofRows, ofGroups, flipCount, sliding);
  }

  /** Every epoch t, after the stepper's `evaluate` and before `observe`: what is counted over all epochs. */
  follow(t: number): void {
    this.flipCount.take(t, this.objective.signed);
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
    const measures = this.ofGroups?.isActive === true ? this.ofGroups : this.ofRows;
    if (!measures.isFinite()) return 'pre-activations';

    scalars[INDEX.loss] = measured.loss;
    scalars[INDEX.penalty] = measured.penalty;
    scalars[INDEX.gradientNorm] = measured.gradientNorm;
    const { signal, noise } = measures.learnt();
    scalars[INDEX.signal] = signal;
    scalars[INDEX.noise] = noise;
    if (this.pace.isDue()) yield;
    const norms = yield* measures.norms();
    this.takeRows(norms, yield* measures.ranks(norms));
    if (this.pace.isDue()) yield;
    this.measureMargins();
    const { flips, agreement } = measures.pattern();
    scalars[INDEX.flips] = flips;
    scalars[INDEX.agreement] = agreement;
    scalars[INDEX.flipsSoFar] = this.flipCount.soFar;
    scalars[INDEX.lastFlip] = this.flipCount.last;
    scalars[INDEX.testError] = yield* measures.testError();

    const broken = scalars.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0) return SCALARS[broken]!;
    recorder.epoch(t, scalars, margins);
    if (this.schedule.snapshots.has(t)) {
      // The matrices can wait until the numbers were sent.
      yield;
      recorder.snapshot(yield* this.snapshot(t, measures));
    }
    return null;
  }

  private takeRows(norms: Norms, [positive, negative, all]: Ranks): void {
    const { scalars } = this;
    scalars[INDEX.stableRankPositive] = positive;
    scalars[INDEX.stableRankNegative] = negative;
    scalars[INDEX.stableRankAll] = all;
    scalars[INDEX.frobenius] = Math.sqrt(norms.positive + norms.negative);
    scalars[INDEX.minNeuronNorm] = Math.sqrt(norms.least);
    scalars[INDEX.maxNeuronNorm] = Math.sqrt(norms.most);
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

  private *snapshot(t: number, measures: Measures): Work<Snapshot> {
    const matrices = measures.matrices();
    const singularValues = this.schedule.spectra.has(t) ? yield* measures.spectrum() : NONE;
    const neurons = yield* measures.neurons(this.schedule.shape.rows);
    return {
      epoch: t,
      get rho() {
        return matrices.rho;
      },
      get active() {
        return matrices.active;
      },
      grouped: matrices.grouped,
      sliding: this.sliding?.take() ?? null,
      flips: this.flipCount.pairs,
      singularValues,
      neurons,
    };
  }
}

function allFinite(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (!(Math.abs(values[k]!) < Infinity)) return false;
  return true;
}
