import type { Experiment } from '../experiment.ts';
import { PLAIN } from '../kernels/plain.ts';
import { Excess } from '../observe/excess.ts';
import { showRows, showSomeRows, type LiveRun } from '../observe/live-run.ts';
import { SCALAR_INDEX, type ScalarName } from '../observe/quantities.ts';
import type { RunFacts } from '../outcome.ts';
import type { ProbedRun } from '../probe/probed-run.ts';
import type { ProbeName } from '../probe/quantities.ts';

/** What is known of a run before its first epoch, and never changes. Plain arrays, so that tests can make one. */
export interface Start {
  readonly experiment: Experiment;
  readonly facts: RunFacts;
  /** K×dim, row-major: the features u_k; the samples x_i themselves where each has one patch of its own. */
  readonly features: Float64Array;
  readonly dim: number;
  /** ‖u_k‖², K entries. */
  readonly squaredNorms: Float64Array;
  /** W(0) = initialScale · initialRows, 2m×dim. */
  readonly initialRows: Float64Array;
  readonly initialScale: number;
  /** Of a run by gradient flow: log t of its points, which count as epochs. */
  readonly logTimes?: Float64Array;
}

/** An epoch as a watch sees it. The arrays belong to the run: copy what is kept. */
export interface State {
  readonly t: number;
  /** Z = W Uᵀ and C with W = W(0) + C U: 2m×K, row-major. */
  readonly z: Float64Array;
  readonly c: Float64Array;
  /** The same matrices, of which only rows `ids` are sure to be current: of groups of neurons all rows cost all neurons. */
  rowsOf(ids: readonly number[]): Pick<State, 'z' | 'c'>;
  /** q_i and ℓ′(q_i), n entries. */
  readonly margins: Float64Array;
  readonly lossSlopes: Float64Array;
  /** What is recorded of the epoch, in the order of SCALARS. */
  readonly scalars: Float64Array;
  /** What is measured beside the recording, when it is first asked for; NaN at epochs at which it is not. */
  readonly probe?: (name: ProbeName) => number;
  /** Of a flow: stable rank − 1 of W₊ and W₋ without cancellation (excess.ts), measured when it is first asked for. */
  readonly excess?: ExcessRanks | undefined;
}

/** Stable rank − 1 of W₊ and W₋. */
export type ExcessRanks = () => readonly [positive: number, negative: number];

export const scalar = ({ scalars }: State, name: ScalarName): number => scalars[SCALAR_INDEX[name]]!;

export function startOf({ experiment, facts, stepper, flow }: LiveRun): Start {
  const { samples, squaredFeatureNorms, draw, initialScale } = stepper.problem;
  return {
    experiment,
    facts,
    features: samples.features,
    dim: samples.dim,
    squaredNorms: squaredFeatureNorms,
    initialRows: draw.initialRows,
    initialScale,
    ...(flow !== undefined && { logTimes: flow.logTimes }),
  };
}

/** What measures a flow's W where it is now; undefined of other runs. Its memory is taken when it is first asked for. */
export function excessOf({ stepper: { problem, ground }, flow }: LiveRun): ExcessRanks | undefined {
  if (flow === undefined) return undefined;
  let excess: Excess | null = null;
  return () => {
    // The run's own room is made: no more may be taken of it.
    const work = (excess ??= new Excess(problem, ground.space, PLAIN)).measureClasses();
    let step = work.next();
    while (step.done !== true) step = work.next();
    return step.value;
  };
}

/**
 * The state of a live run at the epoch of which its recorder is being told; rows are made current when they are read.
 * @param probed of the same run and epoch; absent: nothing is measured beside the recording
 * @param measureExcess {@link excessOf} the run
 */
export const stateOf = (
  live: LiveRun,
  t: number,
  scalars: Float64Array,
  probed?: ProbedRun,
  measureExcess?: ExcessRanks,
): State => new LiveState(live, t, scalars, probed, measureExcess);

/** One is made at every epoch, so it has no closures of its own. */
class LiveState implements State {
  /** Whether all rows are current. */
  private shown = false;
  private measured: ReturnType<ExcessRanks> | null = null;

  constructor(
    private readonly live: LiveRun,
    readonly t: number,
    readonly scalars: Float64Array,
    private readonly probed: ProbedRun | undefined,
    private readonly measureExcess: ExcessRanks | undefined,
  ) {}

  get excess(): ExcessRanks | undefined {
    const { measureExcess } = this;
    return measureExcess && (() => (this.measured ??= measureExcess()));
  }

  get margins(): Float64Array {
    return this.live.stepper.objective.margins;
  }

  get lossSlopes(): Float64Array {
    return this.live.stepper.objective.lossSlopes;
  }

  get z(): Float64Array {
    return this.rows().z;
  }

  get c(): Float64Array {
    return this.rows().c;
  }

  rowsOf(ids: readonly number[]): Pick<State, 'z' | 'c'> {
    if (!this.shown) showSomeRows(this.live, ids);
    return this.live.stepper.ground.space;
  }

  probe(name: ProbeName): number {
    return this.probed?.value(name) ?? NaN;
  }

  private rows(): Pick<State, 'z' | 'c'> {
    if (!this.shown) showRows(this.live);
    this.shown = true;
    return this.live.stepper.ground.space;
  }
}
