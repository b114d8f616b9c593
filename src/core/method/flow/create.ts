import { TOLERANCE_RANGE, type Experiment } from '../../experiment.ts';
import { createRegularizer } from '../../regularizer.ts';
import type { Stepper } from '../stepper.ts';
import { MOST_STEPS, type Flow } from './flow.ts';
import { KinkedFlow } from './kinked/kinked-flow.ts';
import { LOG_LOSSES } from './log-loss.ts';
import type { FlowNetwork } from './network.ts';
import { SmoothFlow, type Penalty } from './smooth-flow.ts';

/**
 * The flow of an experiment from W(0), on the inner products that its stepper took. What the stepper's objective holds is
 * overwritten while the flow moves.
 *
 * @param mostSteps after which it is given up
 * @throws RangeError where the flow is not defined, or not by these settings
 */
export function createFlow(
  { ground, objective, full }: Stepper,
  experiment: Experiment,
  mostSteps = MOST_STEPS,
): Flow {
  const { activation, method, loss } = experiment;
  if (method.kind !== 'flow') throw new RangeError(`the method is ${method.kind}, not gradient flow`);
  const { min, max } = TOLERANCE_RANGE;
  const { tolerance } = method;
  if (!(tolerance >= min && tolerance <= max)) {
    throw new RangeError(`tolerance = ${tolerance} of the flow is outside ${min} to ${max}`);
  }
  if (ground.space.kind !== 'feature') {
    throw new RangeError(
      `gradient flow moves in feature space, and the experiment asks for weight space; choose another space`,
    );
  }
  const network: FlowNetwork = { full, gram: ground.products.gram, a: objective.a, z0: ground.products.z0 };
  const logLoss = LOG_LOSSES[loss];
  const penalty = penaltyOf(experiment, () => createRegularizer(experiment.regularizer, objective));
  if (activation.kind === 'leaky-relu') {
    return new KinkedFlow(network, activation.gamma, logLoss, tolerance, mostSteps);
  }
  return new SmoothFlow(network, objective, logLoss, penalty, tolerance, mostSteps);
}

/** @throws RangeError where the penalty has no gradient, or depends on epochs */
function penaltyOf(
  { regularizer, activation }: Experiment,
  create: () => ReturnType<typeof createRegularizer>,
): Penalty | null {
  const made = create();
  if (regularizer.kind === 'none' || made === null) return null;
  const name = regularizer.kind.toUpperCase();
  if (activation.kind === 'leaky-relu') {
    throw new RangeError(
      `gradient flow with ${name} needs an activation whose slope is continuous: of (leaky) ReLU the penalty jumps at every kink, and has no gradient flow; choose the smoothed leaky ReLU, or no penalty`,
    );
  }
  if (regularizer.until !== undefined) {
    throw new RangeError(
      `gradient flow has no epochs, so ${name} cannot be switched off at epoch ${regularizer.until}; leave it on, or choose no penalty`,
    );
  }
  return { regularizer: made, lambda: regularizer.lambda };
}
