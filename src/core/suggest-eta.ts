import { ETA_RANGE, type Experiment } from './experiment.ts';
import { inRoom } from './kernels/in-room.ts';
import type { Kernels, KernelSource } from './kernels/kernels.ts';
import { Stepper } from './method/stepper.ts';
import type { Problem } from './problem/problem.ts';
import type { Work } from './slices.ts';
import { roomGuess } from './space/room-guess.ts';

/** A suggestion is tried for twice as many epochs as the failed run lasted, within these bounds. */
const MIN_EPOCHS = 20;
const MAX_EPOCHS = 400;
/** Each try divides η by this. */
const FACTOR = 4;

/**
 * A learning rate that would do, found by trying: η/4, η/16, … until the same run (same data, W(0) and batches) stays
 * finite and ends with a smaller loss than it began with; the last try is the least η there is.
 *
 * @param failedAt epoch at which the run with the present η was not finite
 * @returns a tried learning rate of {@link ETA_RANGE} with one significant digit, or null where none of the tries did
 */
export function* suggestEta(
  problem: Problem,
  experiment: Experiment,
  failedAt: number,
  source: KernelSource,
): Work<number | null> {
  const epochs = Math.min(experiment.epochs, Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, 2 * failedAt)));
  const { method } = experiment;
  if (method.kind === 'flow') return null;
  let { eta } = method;
  while (eta > ETA_RANGE.min) {
    eta = Math.max(ETA_RANGE.min, roundDown(eta / FACTOR));
    const trial = { ...experiment, method: { ...method, eta } };
    const attempted = (kernels: Kernels) => staysFinite(kernels, problem, trial, epochs);
    if (yield* inRoom(source, attempted, roomGuess(problem))) return eta;
  }
  return null;
}

function* staysFinite(
  kernels: Kernels,
  problem: Problem,
  experiment: Experiment,
  epochs: number,
): Work<boolean> {
  const stepper = yield* Stepper.create(problem, experiment, kernels);
  const first = yield* stepper.evaluate();
  let loss = first;
  for (let t = 0; t < epochs; t++) {
    yield* stepper.advance(t);
    yield;
    loss = yield* stepper.evaluate();
    if (!Number.isFinite(loss)) return false;
  }
  return loss < first;
}

/** The largest number of one significant digit that is not above x > 0. */
function roundDown(x: number): number {
  const [mantissa, exponent] = x.toExponential(15).split('e');
  return Number(`${mantissa![0]}e${exponent}`);
}
