import { learningRate, type Dataset, type Experiment } from './experiment.ts';
import { inRoom } from './kernels/in-room.ts';
import type { Kernels, KernelSource } from './kernels/kernels.ts';
import { Stepper } from './method/stepper.ts';
import { describe } from './facts.ts';
import { Observer, type NotFinite } from './observe/observer.ts';
import type { Recorder } from './observe/recorder.ts';
import { createSchedule } from './observe/schedule.ts';
import type { Outcome, RunFacts } from './outcome.ts';
import { roomGuess } from './space/room-guess.ts';
import { createProblem } from './problem/create.ts';
import type { DrawMemo } from './problem/draw-memo.ts';
import type { Problem } from './problem/problem.ts';
import type { runFlow } from './run-flow.ts';
import { suggestEta } from './suggest-eta.ts';

/** The run by gradient flow; null while its code is not there yet. @throws RangeError where it does not come */
export type FlowSource = () => typeof runFlow | null;

/**
 * The front door of the core: trains W from W(0) and reports to the recorder.
 *
 * A generator so that whoever drives it stays in charge: it yields after every bounded piece of work
 * (a few milliseconds), never in the middle of a recorder call. The first value yielded that is not undefined is the
 * run's facts, before the first recorder call; the outcome is returned.
 *
 * Whoever does not drive it to its end calls `return`, so that the memory of its kernels is given back.
 *
 * @param flow where a run by gradient flow comes from: its code may be loaded when it is wanted (run.ts has it at once)
 * @param memo what earlier runs drew; changes no bit of the recording
 * @param source kernels; changes no bit either
 * @throws RangeError naming the setting, its value and its range when the experiment is not runnable
 */
export function* trainBy(
  flow: FlowSource,
  experiment: Experiment,
  recorder: Recorder,
  datasets: ReadonlyMap<string, Dataset>,
  memo: DrawMemo,
  source: KernelSource,
): Generator<RunFacts | undefined, Outcome, void> {
  const problem = yield* createProblem(experiment, datasets, memo);
  yield;
  let move: typeof trainIn | null = experiment.method.kind === 'flow' ? flow() : trainIn;
  while (move === null) {
    yield;
    move = flow();
  }
  const run = move;
  const training = (kernels: Kernels) => run(kernels, problem, experiment, recorder);
  const ended = yield* inRoom(source, training, roomGuess(problem));
  if (ended === null) return { kind: 'finished' };
  const { quantity, epoch } = ended;
  const suggestedEta = yield* suggestEta(problem, experiment, epoch, source);
  return { kind: 'diverged', quantity, epoch, eta: learningRate(experiment.method), suggestedEta };
}

/** All arrays are made before the facts are told. @returns where it diverged, or null when it did not */
function* trainIn(
  kernels: Kernels,
  problem: Problem,
  experiment: Experiment,
  recorder: Recorder,
): Generator<RunFacts | undefined, { quantity: NotFinite; epoch: number } | null, void> {
  const stepper = yield* Stepper.create(problem, experiment, kernels);
  const schedule = createSchedule(
    experiment.epochs,
    stepper.full.n,
    problem.neurons,
    recorder.siblings,
    experiment.record,
  );
  const observer = yield* Observer.create(stepper, schedule);
  const facts = yield* describe(stepper, schedule, experiment);
  yield facts;
  recorder.begin?.({ experiment, facts, stepper });

  const { recorded } = schedule;
  for (let t = 0, next = 0; ;) {
    const loss = yield* stepper.evaluate();
    observer.follow(t);
    if (t === recorded[next]) {
      next++;
      const measured = {
        loss,
        penalty: yield* stepper.penalty(),
        gradientNorm: yield* stepper.gradientNorm(),
      };
      const quantity = yield* observer.observe(t, measured, recorder);
      if (quantity !== null) return { quantity, epoch: t };
    }
    if (t === experiment.epochs) return null;
    t = yield* stepper.advance(t, recorded[next]);
    yield;
  }
}
