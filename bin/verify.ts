import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_VERSION } from '../src/core/experiment.ts';
import { combineFingerprints } from '../src/core/fingerprint.ts';
import { SCALARS } from '../src/core/observe/quantities.ts';
import { runFingerprint } from '../src/core/recording-fingerprint.ts';
import {
  readFingerprints,
  recordingHash,
  type Fingerprints,
  type HashedRun,
  type RunNumbers,
} from '../src/export/fingerprints.ts';
import { openFor } from './run.ts';
import type { Output } from './output.ts';
import { readRecorded, type RecordedFiles } from './recorded-files.ts';
import { RunFiles, type RunHead } from './run-files.ts';
import { runTask } from './run-task.ts';
import { readSource } from './study-source.ts';
import { referenceTask, studyTask, type Task } from './task.ts';
import { readHeads } from './write-tables.ts';

/** So many differences are told one by one. */
const NAMED = 10;

/** Compares a recording with its fingerprints, and with `recompute` both with what this engine records. Gives the exit code. */
export async function verify(
  path: string,
  dataPaths: readonly string[],
  recompute: boolean,
  output: Output,
): Promise<number> {
  const recorded = await readRecorded(path);
  if (recorded.fingerprints === null) {
    throw new RangeError(`there is no fingerprints.txt beside ${path}: nothing to compare with`);
  }
  const said = readFingerprints(recorded.fingerprints);
  const differences = [
    ...recorded.tables.flatMap(({ name, numbers }) => tableDifferences(name, numbers, said)),
    ...ownDifferences(said),
    ...cellDifferences(recorded.tables, said),
  ];
  if (differences.length === 0) {
    const rows = recorded.tables[0]!.numbers.epochs.length;
    const names = recorded.tables.map(({ name }) => name).join(' and ');
    output.out(`${names}: ${said.runs.length} runs, ${rows} rows, every number as fingerprints.txt says`);
    output.out(
      `engine ${said.engine}, ${said.study === null ? 'not every run is whole' : `fingerprint ${said.study}`}`,
    );
  }
  if (recompute) differences.push(...(await recomputed(recorded, said, dataPaths, output)));
  for (const line of differences.slice(0, NAMED)) output.out(line);
  if (differences.length > NAMED) output.out(`and ${differences.length - NAMED} more differences`);
  return differences.length === 0 ? 0 : 1;
}

/** Rows of a table against the hashes of their runs. */
function tableDifferences(name: string, { epochs, scalars }: RunNumbers, said: Fingerprints): string[] {
  const found: string[] = [];
  let from = 0;
  for (const [k, run] of said.runs.entries()) {
    if (run === null) continue;
    const to = from + run.rows;
    const cut = (column: Float64Array): Float64Array => column.subarray(from, to);
    const recording = recordingHash({ epochs: cut(epochs), scalars: scalars.map(cut) });
    if (recording !== run.recording) {
      const rows = `rows ${from + 1} to ${to}`;
      found.push(
        `${name} differs: run ${k + 1} (${rows}) has ${recording}, and should have ${run.recording}`,
      );
    }
    from = to;
  }
  if (from !== epochs.length) {
    found.push(`${name} differs: it has ${epochs.length} rows, and its runs should have ${from}`);
  }
  return found;
}

/** Where two tables of the same rows have another number: the first of each run's columns. */
function cellDifferences([one, other]: RecordedFiles['tables'], { runs }: Fingerprints): string[] {
  if (!one || !other || one.numbers.epochs.length !== other.numbers.epochs.length) return [];
  const columns = [one, other].map(({ numbers }) => [numbers.epochs, ...numbers.scalars]);
  const names = ['epoch', ...SCALARS];
  const found: string[] = [];
  let from = 0;
  for (const [k, run] of runs.entries()) {
    const to = from + (run?.rows ?? 0);
    const places = names.flatMap((name, c) => {
      const [a, b] = columns.map((column) => column[c]!.subarray(from, to));
      const row = a!.findIndex((value, t) => !Object.is(value, b![t]));
      return row < 0 ? [] : [`row ${from + row + 1}, column “${name}”: ${a![row]} and ${b![row]}`];
    });
    found.push(...places.map((place) => `${one.name} and ${other.name} differ: run ${k + 1}, ${place}`));
    from = to;
  }
  return found;
}

/** Whether the fingerprints follow from the hashes beside them. */
function ownDifferences({ engine, runs, study }: Fingerprints): string[] {
  const there = runs.flatMap((run) => (run === null ? [] : [run]));
  const wrong = there.filter(
    ({ recording, margins, fingerprint }) => runFingerprint(recording, margins, engine) !== fingerprint,
  );
  const all = combineFingerprints(there.map(({ fingerprint }) => fingerprint));
  return [
    ...wrong.map(
      ({ fingerprint }) => `fingerprints.txt differs: ${fingerprint} is not that of its two hashes`,
    ),
    ...(study !== null && study !== all
      ? [`fingerprints.txt differs: the study has ${all}, and should have ${study}`]
      : []),
  ];
}

/** Computes the study again, in a folder that is removed, and compares every hash. */
async function recomputed(
  { study }: RecordedFiles,
  said: Fingerprints,
  dataPaths: readonly string[],
  output: Output,
): Promise<string[]> {
  if (study === null) throw new RangeError('there is no study.json: nothing to compute again');
  if (said.engine !== ENGINE_VERSION) {
    output.out(
      `note: engine ${said.engine} recorded it, and this is engine ${ENGINE_VERSION}: bits may differ`,
    );
  }
  const source = readSource(study, 'study.json');
  const built = source.kind === 'study' ? await openFor(source.link, dataPaths) : null;
  const task: Task = source.kind === 'study' ? studyTask(source.link.study) : referenceTask(source.reference);
  const folder = await mkdtemp(join(tmpdir(), 'lab-verify-'));
  try {
    await runTask(task, folder, built?.dataset ?? null, output);
    const files = new RunFiles(join(folder, 'runs'));
    const heads = await readHeads(task, files);
    if (heads.length !== said.runs.length) {
      return [`computed again, there are ${heads.length} runs, and fingerprints.txt has ${said.runs.length}`];
    }
    const same = await Promise.all(
      heads.map((head, k) => isSame(said.runs[k]!, head, files, task.runs[k]!.hash)),
    );
    const differing = same.flatMap((isSame, k) => (isSame ? [] : [`computed again, run ${k + 1} differs`]));
    if (differing.length === 0) output.out('computed again: the same numbers');
    return differing;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whether a run is what was said of it; of one that was stopped, as far as it came. */
async function isSame(
  said: HashedRun | null,
  head: RunHead | null,
  files: RunFiles,
  hash: string,
): Promise<boolean> {
  if (said?.stopped === undefined) return head?.fingerprint === said?.fingerprint;
  const kept = await files.read(hash);
  if (kept === null) return false;
  const cut = (column: Float64Array): Float64Array => column.subarray(0, said.rows);
  const { epochs, scalars } = kept.numbers;
  return recordingHash({ epochs: cut(epochs), scalars: scalars.map(cut) }) === said.recording;
}
