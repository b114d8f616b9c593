import { join } from 'node:path';
import { ENGINE_VERSION, type Dataset } from '../src/core/experiment.ts';
import type { Outcome } from '../src/core/outcome.ts';
import { etaAdvice } from '../src/settings/eta-advice.ts';
import { pointInWords } from '../src/settings/study/words.ts';
import { formatNumber } from '../src/settings/words.ts';
import { computeTask } from './compute-task.ts';
import type { Output } from './output.ts';
import { showProgress } from './progress.ts';
import { RunFiles } from './run-files.ts';
import type { PlannedTask, Task } from './task.ts';
import { createThreadPool, THREADS } from './threads.ts';
import { readHeads, writeTables, type Heads } from './write-tables.ts';

/** Of what diverged, failed or was stopped, so many are named. */
const NAMED = 10;

export interface TaskEnd {
  /** Whether every run has a whole recording. */
  readonly whole: boolean;
  readonly fingerprint: string | null;
}

/**
 * Computes what is missing of a task in a folder, with all threads, and writes its tables there.
 * @param folder its runs are in the folder `runs` of it
 * @param stop ends it early: the tables have what there is
 */
export async function runTask(
  task: Task,
  folder: string,
  dataset: Dataset | null,
  output: Output,
  stop?: AbortSignal,
): Promise<TaskEnd> {
  const files = new RunFiles(join(folder, 'runs'));
  await files.prepare();
  const before = (await readHeads(task, files)).map((head) => (head?.stopped === undefined ? head : null));
  const failures = await compute(task, before, files, dataset, output, stop);
  const heads = await readHeads(task, files, before);
  const { study } = await writeTables(task, heads, files, folder);
  for (const line of endLines(task, heads, failures)) output.out(line);
  output.out(
    `\nengine ${ENGINE_VERSION}, ${study === null ? 'no fingerprint: a run is not whole' : `fingerprint ${study}`}`,
  );
  return { whole: study !== null, fingerprint: study };
}

type Failures = ReadonlyMap<string, string>;

/** @returns what was wrong with runs, by their hash */
async function compute(
  task: Task,
  heads: Heads,
  files: RunFiles,
  dataset: Dataset | null,
  output: Output,
  stop: AbortSignal | undefined,
): Promise<Failures> {
  const failures = new Map<string, string>();
  const missing = task.runs.filter((_, k) => heads[k] === null);
  const total = task.runs.length;
  if (missing.length < total) output.err(`${total - missing.length} of ${total} runs are there already`);
  if (missing.length === 0) return failures;
  // A run that is wanted twice has one file.
  const waiting = [...new Map(missing.map((run) => [run.hash, run])).values()];
  const different = new Set(task.runs.map(({ hash }) => hash)).size;
  let done = different - waiting.length;
  const progress = showProgress(done, different, output);
  const shares = new Map<string, number>();
  const tell = (): void => progress.to([...shares.values()].reduce((sum, share) => sum + share, done));
  const pool = createThreadPool();
  try {
    await computeTask(task, waiting, files, {
      pool,
      threads: THREADS,
      dataset,
      ended: ({ hash }, failure) => {
        if (failure !== null) failures.set(hash, failure);
        shares.delete(hash);
        if (stop?.aborted === true) return;
        done++;
        tell();
      },
      under: ({ hash }, share) => {
        shares.set(hash, share);
        tell();
      },
      stop,
    });
  } finally {
    progress.end();
    pool.dispose();
  }
  return failures;
}

function endLines(task: Task, heads: Heads, failures: Failures): readonly string[] {
  const told = task.runs.flatMap((run, k): readonly [kind: string, line: string][] => {
    const head = heads[k] ?? null;
    if (head === null) {
      const failure = failures.get(run.hash);
      return [
        failure === undefined
          ? ['not begun', `not begun: ${nameOf(task, run)}`]
          : ['failed', `failed: ${nameOf(task, run)}: ${failure}`],
      ];
    }
    const { outcome } = head;
    if (outcome === null) {
      const at = `${formatNumber(head.stopped ?? 0, 'integer')} of ${formatNumber(run.experiment.epochs, 'integer')}`;
      return [['stopped', `stopped: ${nameOf(task, run)}: at epoch ${at}; the same command begins it again`]];
    }
    return outcome.kind === 'finished'
      ? []
      : [['diverged', `diverged: ${nameOf(task, run)}: ${divergence(outcome)}`]];
  });
  const count = (kind: string): number => told.filter(([of]) => of === kind).length;
  const kinds = ['diverged', 'failed', 'stopped', 'not begun'] as const;
  // What was stopped is told where something was.
  const named = kinds.filter((kind, k) => k < 2 || count(kind) > 0);
  const finished = task.runs.length - told.length;
  const rest = told.length - NAMED;
  return [
    `${task.runs.length} runs: ${[`${finished} finished`, ...named.map((kind) => `${count(kind)} ${kind}`)].join(', ')}`,
    ...told.slice(0, NAMED).map(([, line]) => line),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

const nameOf = ({ study, reference }: Task, { point, experiment }: PlannedTask): string =>
  reference !== null ? reference.name : `${pointInWords(study, point)}, seed ${experiment.seed}`;

/** How a run that diverged did. */
export const divergence = ({
  quantity,
  epoch,
  eta,
  suggestedEta,
}: Extract<Outcome, { kind: 'diverged' }>): string =>
  `${quantity} was not finite at epoch ${epoch} with η = ${eta}; ${etaAdvice(suggestedEta)}`;
