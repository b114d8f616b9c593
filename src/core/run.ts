import type { Dataset, Experiment } from './experiment.ts';
import type { Recorder } from './observe/recorder.ts';
import type { Outcome, RunFacts } from './outcome.ts';

/**
 * The front door of the core: trains W from W(0) and reports to the recorder.
 *
 * A generator so that whoever drives it stays in charge: it yields after every bounded piece of work
 * (a few milliseconds at most), never in the middle of a recorder call. `next()` gives the run's facts
 * once they are known (the first non-undefined value yielded), and the outcome when done.
 *
 * @throws RangeError naming the setting, its value and its range when the experiment is not runnable
 */
// eslint-disable-next-line require-yield
export function* train(
  experiment: Experiment,
  recorder: Recorder,
  datasets: ReadonlyMap<string, Dataset>,
): Generator<RunFacts | undefined, Outcome, void> {
  void recorder;
  void datasets;
  throw new RangeError(`experiment ${experiment.seed}: not written yet`);
}
