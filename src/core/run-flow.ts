import type { Experiment } from './experiment.ts';
import { describe } from './facts.ts';
import type { Kernels } from './kernels/kernels.ts';
import { createFlow } from './method/flow/create.ts';
import { flowGrid } from './method/flow/grid.ts';
import { warpedTime } from './method/flow/warp.ts';
import { Stepper } from './method/stepper.ts';
import { Observer, type NotFinite } from './observe/observer.ts';
import type { Recorder } from './observe/recorder.ts';
import { createSchedule } from './observe/schedule.ts';
import { ShownSliding } from './observe/shown-sliding.ts';
import type { RunFacts } from './outcome.ts';
import type { Problem } from './problem/problem.ts';

/**
 * A run by gradient flow: epoch k is the point log t_k of the grid. What is recorded is what is recorded of every run; its
 * flips are changes from one point to the next.
 *
 * @returns where something was not finite, or null
 * @throws RangeError when the experiment has no flow, or it cannot be followed to its end
 */
export function* runFlow(
  kernels: Kernels,
  problem: Problem,
  experiment: Experiment,
  recorder: Recorder,
): Generator<RunFacts | undefined, { quantity: NotFinite; epoch: number } | null, void> {
  const { method, epochs, record, activation } = experiment;
  if (method.kind !== 'flow') throw new RangeError(`the method is ${method.kind}, not gradient flow`);
  const logTimes = flowGrid(method, epochs);
  // Its Gram matrix is what the flow moves by, whatever is cheaper for a step.
  const stepper = yield* Stepper.create(problem, { ...experiment, space: 'feature' }, kernels);
  const state = createFlow(stepper, experiment);
  const { n } = stepper.full;
  const schedule = createSchedule(epochs, n, problem.neurons, recorder.siblings, record);
  const sliding =
    activation.kind === 'leaky-relu'
      ? new ShownSliding(state, stepper.full, schedule.shape, activation.gamma)
      : null;
  const observer = yield* Observer.create(stepper, schedule, sliding);
  const facts = yield* describe(stepper, schedule, experiment);
  yield facts;
  recorder.begin?.({ experiment, facts, stepper, flow: { state, logTimes } });

  const { space } = stepper.ground;
  for (const t of schedule.recorded) {
    yield* state.advance(warpedTime(logTimes[t]!));
    space.c.set(state.c);
    space.z.set(state.z);
    const loss = yield* stepper.evaluate();
    observer.follow(t);
    const penalty = yield* stepper.penalty();
    const gradientNorm = state.speed ?? (yield* stepper.gradientNorm());
    const quantity = yield* observer.observe(t, { loss, penalty, gradientNorm }, recorder);
    if (quantity !== null) return { quantity, epoch: t };
    yield;
  }
  return null;
}
