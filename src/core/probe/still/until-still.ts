import type { Dataset, Experiment, LossName } from '../../experiment.ts';
import type { LiveRun } from '../../observe/live-run.ts';
import { SCALAR_INDEX } from '../../observe/quantities.ts';
import type { Recorder } from '../../observe/recorder.ts';
import { endsFrom, lookedAt, STILL_ANGLE } from './ends.ts';
import { Turn } from './turn.ts';

/** How far a flow was followed. */
export interface Stage {
  /** log t of its end. */
  readonly logTime: number;
  /** The angle between W there and W at half of that log t, radians. */
  readonly angle: number;
  readonly still: boolean;
}

/** The last stage, and why there is no further one where the direction does not stand still. */
export interface Stillness extends Stage {
  /** Why the flow cannot be followed further; null where it is still, or at the largest log t. */
  readonly refusal: string | null;
}

/** `train` of run.ts, or of a worker. */
type Train = (
  experiment: Experiment,
  recorder: Recorder,
  datasets: ReadonlyMap<string, Dataset>,
) => Generator<unknown, { readonly kind: string }, void>;

/** ℓ(0). */
const LOSS_AT_ZERO: Readonly<Record<LossName, number>> = { logistic: Math.LN2, exponential: 1 };

/**
 * Follows a flow to ends of growing log t until the direction of W stands still: it has turned by less than
 * {@link STILL_ANGLE} since half of that log t, and L < ℓ(0)/n, for before all points are fitted W may not have begun to move
 * (from there on the direction of a homogeneous network converges, Lyu and Li 2020, Ji and Telgarsky 2020). One run, of which
 * nothing but W is looked at; a function of the experiment alone, whatever its slices.
 *
 * @param experiment by gradient flow; its end is where it begins to look
 * @returns every stage, as it comes, by `yield`; undefined between
 * @throws RangeError where the experiment is none of a flow, or cannot be followed to its first end
 */
export function* untilStill(
  train: Train,
  experiment: Experiment,
  datasets: ReadonlyMap<string, Dataset>,
): Generator<Stage | undefined, Stillness, void> {
  const { method } = experiment;
  if (method.kind !== 'flow') throw new RangeError(`the method is ${method.kind}, not gradient flow`);
  const ends = endsFrom(method.logTime);
  const logTimes = lookedAt(ends);
  const look = new Look(ends, logTimes, LOSS_AT_ZERO[experiment.loss]);
  const work = train(
    // Without snapshots, and with no more points than are looked at.
    { ...experiment, method: { ...method, logTimes }, epochs: logTimes.length - 1, record: [] },
    look.recorder,
    datasets,
  );
  let last: Stage | null = null;
  try {
    for (;;) {
      const { done } = work.next();
      const stage = look.take();
      if (stage !== null) {
        last = stage;
        yield stage;
        if (stage.still || stage.logTime === ends.at(-1)) return { ...stage, refusal: null };
      } else if (done === true) {
        throw new RangeError('what the flow moves is not finite there; choose other settings');
      } else yield;
    }
  } catch (error) {
    if (last === null || !(error instanceof Error)) throw error;
    return { ...last, refusal: error.message };
  } finally {
    work.return({ kind: 'finished' });
  }
}

/** Looks on at the run, and measures at each end how far W has turned since half of it. */
class Look {
  readonly recorder: Recorder;
  private stage: Stage | null = null;
  private readonly held = new Map<number, ReturnType<Turn['hold']>>();

  constructor(ends: readonly number[], logTimes: readonly number[], atZero: number) {
    let turn: Turn | null = null;
    this.recorder = {
      begin: (live: LiveRun) => void (turn = new Turn(live)),
      epoch: (t, scalars, margins) => {
        if (turn === null) return;
        const isFitted = scalars[SCALAR_INDEX.loss]! * margins.length < atZero;
        this.look(turn, logTimes[t]!, ends, isFitted);
      },
      snapshot: () => undefined,
    };
  }

  /** The stage that was come to since it was asked last; null where none was. */
  take(): Stage | null {
    const { stage } = this;
    this.stage = null;
    return stage;
  }

  private look(turn: Turn, logTime: number, ends: readonly number[], isFitted: boolean): void {
    const { held } = this;
    const now = turn.hold();
    if (ends.includes(2 * logTime)) held.set(logTime, now);
    const before = held.get(logTime / 2);
    if (before === undefined) return;
    held.delete(logTime / 2);
    const angle = turn.between(now, before);
    this.stage = { logTime, angle, still: isFitted && angle < STILL_ANGLE };
  }
}
