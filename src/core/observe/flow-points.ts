import { LOG_LOSSES, logMeanLoss } from '../method/flow/log-loss.ts';
import type { Work } from '../slices.ts';
import { Excess } from './excess.ts';
import type { LiveRun } from './live-run.ts';

/** What there is to know of a point of a flow beside what is recorded of every run. */
export interface FlowPoint {
  /** log t; −∞ at the start. */
  readonly logTime: number;
  /** log L, which is finite where L underflows. */
  readonly logLoss: number;
  /** Stable rank − 1 of W₊, W₋ and W, without cancellation. */
  readonly excess: readonly [number, number, number];
  /** 1 where a neuron stays on the kink of a feature, 2m×K; null where φ has none. */
  readonly sliding: Uint8Array | null;
}

/** Looks on at a run by gradient flow (`Recorder.begin`). */
export class FlowPoints {
  private readonly excess: Excess;

  /** @throws RangeError where the run is none */
  constructor(private readonly run: LiveRun) {
    if (run.flow === undefined) throw new RangeError('the run is not by gradient flow');
    const { problem, ground } = run.stepper;
    this.excess = new Excess(problem, ground.space, ground.kernels);
  }

  /** Of point k, while the recorder is told of it. */
  *at(k: number): Work<FlowPoint> {
    const { experiment, stepper, flow } = this.run;
    return {
      logTime: flow!.logTimes[k]!,
      logLoss: logMeanLoss(LOG_LOSSES[experiment.loss], stepper.objective.margins),
      excess: yield* this.excess.measure(),
      sliding: flow!.state.sliding,
    };
  }
}
