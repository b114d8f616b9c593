import type { Dataset, Experiment } from '../src/core/experiment.ts';
import { alignedNetwork, limitSlope, networkAt, type FrozenNetwork } from '../src/core/limit/network.ts';
import { showRows, type LiveRun } from '../src/core/observe/live-run.ts';
import { createProblem } from '../src/core/problem/create.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { toExperiments } from '../src/settings/experiment.ts';
import {
  isReference,
  networkOf,
  readReference,
  readReferenceNetwork,
  referenceExperiment,
} from '../src/settings/reference.ts';
import { runsOf } from '../src/settings/study/bounds.ts';
import { createKernelSource } from '../workers/kernels/source.ts';
import type { Pattern } from './limit-patterns.ts';
import type { Output } from './output.ts';
import { divergence } from './run-task.ts';
import { openStudy } from './run.ts';
import { contentOf, linkSource, named, openText, readSource } from './study-source.ts';

/** What the limit is asked of. */
export interface LimitSource {
  readonly network: FrozenNetwork;
  readonly name: string;
}

/** The network of a study's experiment in front, with its first seed, or of a file with explicit data. @throws RangeError */
export async function openLimit(
  source: string,
  paths: readonly string[],
  pattern: Pattern,
  output: Output,
): Promise<LimitSource> {
  const file = await openText(source);
  const content = file === null ? null : contentOf(file.text);
  if (file !== null && isReference(content)) {
    if (paths.length > 0) throw new RangeError('a file with explicit data takes no other files');
    try {
      return { network: frozen(ofReference(content, pattern), new Map(), pattern), name: file.name };
    } catch (error) {
      throw named(file.name, error);
    }
  }
  const read = file === null ? linkSource(source) : readSource(file.text, file.name);
  if (read.kind === 'reference') throw new RangeError(`${source}: it has no network`);
  const { study, built } = await openStudy(read.link, paths, output);
  const [experiment] = toExperiments(study.base);
  const name = `seed ${experiment!.seed} of the experiment in front`;
  if (runsOf(study) > 1)
    output.err(`note: of the study’s ${runsOf(study)} runs, the limit is that of ${name}`);
  const datasets = new Map(built === null ? [] : [[built.dataset.id, built.dataset]]);
  return { network: frozen(experiment!, datasets, pattern), name };
}

/** The experiment of a file with explicit data; of a pattern that needs no run the run is none of its business. */
function ofReference(content: unknown, pattern: Pattern): Experiment {
  if (pattern === 'final') {
    const experiment = referenceExperiment(readReference(content));
    return { ...experiment, record: [experiment.epochs] };
  }
  return {
    ...networkOf(readReferenceNetwork(content)),
    loss: 'logistic',
    regularizer: { kind: 'none' },
    sigma0: 1,
    method: { kind: 'gradient-descent', eta: 1 },
    epochs: 0,
    seed: 0,
    testPoints: 0,
    space: 'auto',
  };
}

function frozen(
  experiment: Experiment,
  datasets: ReadonlyMap<string, Dataset>,
  pattern: Pattern,
): FrozenNetwork {
  // Before anything is drawn or trained.
  limitSlope(experiment.activation);
  if (pattern === 'final') return atTheEnd(experiment, datasets);
  const work = createProblem(experiment, datasets, new DrawMemo());
  let step = work.next();
  while (step.done !== true) step = work.next();
  return alignedNetwork(step.value, experiment);
}

/** Trains to the last epoch, and takes the pattern there. */
function atTheEnd(experiment: Experiment, datasets: ReadonlyMap<string, Dataset>): FrozenNetwork {
  let live: LiveRun | undefined;
  let network: FrozenNetwork | undefined;
  const recorder = {
    begin: (run: LiveRun) => void (live = run),
    epoch(t: number) {
      if (t !== experiment.epochs || live === undefined) return;
      showRows(live);
      const { problem, ground } = live.stepper;
      network = networkAt(problem, experiment, ground.space.z);
    },
    snapshot: () => undefined,
  };
  const run = train(experiment, recorder, datasets, new DrawMemo(), createKernelSource());
  let step = run.next();
  while (step.done !== true) step = run.next();
  if (step.value.kind === 'diverged') {
    throw new RangeError(
      `${divergence(step.value)}: there is no pattern at its end; --pattern aligned needs no run`,
    );
  }
  return network!;
}
