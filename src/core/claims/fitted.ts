import { LOG_LOSSES, logMeanLoss } from '../method/flow/log-loss.ts';
import { exp } from '../special/exp.ts';
import type { Asymptotic } from './claim.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** Fits a power of t to the loss, of which log L is made of the margins: it is finite where L underflows. */
export const exponentOfLoss: Asymptotic['watch'] = ({ clock, start }) => {
  const logLoss = LOG_LOSSES[start.experiment.loss];
  return {
    at: ({ t, margins }, fit) => fit.point(clock.logTime(t), logMeanLoss(logLoss, margins)),
    // The chart of a flow's loss has log L.
    quantity: (_t, logarithm) => (clock.isFlow ? logarithm : exp(logarithm)),
  };
};

/** Follows a quantity that is claimed to become, or to be, a constant. */
export const constantIn =
  (y: (state: State) => number): Asymptotic['watch'] =>
  () => ({ at: (state, fit) => fit.point(state.t, y(state)) });

/** A number of the start, the same at every epoch. */
export const constantOf =
  (of: (run: Run, first: State) => number): Asymptotic['watch'] =>
  (run) => {
    let value: number | null = null;
    return { at: (state, fit) => fit.point(state.t, (value ??= of(run, state))) };
  };
