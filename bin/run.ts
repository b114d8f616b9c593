import { ENGINE_VERSION, type Dataset } from '../src/core/experiment.ts';
import type { BuiltDataset } from '../src/engine/files/dataset/build.ts';
import { settingsInWords, settingsOfFile } from '../src/engine/files/dataset/settings.ts';
import { byteSize } from '../src/engine/files/words.ts';
import { labelsInWords, parseLabels } from '../src/settings/labels.ts';
import type { DecodedLink } from '../src/settings/link.ts';
import { parseReading } from '../src/settings/reading.ts';
import { SETTINGS, type Settings } from '../src/settings/schema.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { runsOf } from '../src/settings/study/bounds.ts';
import { pointsOf, type Study } from '../src/settings/study/study.ts';
import { pointInWords } from '../src/settings/study/words.ts';
import { compute, type ComputedRun } from './compute.ts';
import { readConjecture } from './conjecture.ts';
import type { Output } from './output.ts';
import { openPaths } from './open-paths.ts';
import { showProgress } from './progress.ts';
import { divergence, runTask, type TaskEnd } from './run-task.ts';
import { changedReference, changedStudy, type Change, type Source } from './study-source.ts';
import { summarise, summaryLines } from './summary.ts';
import { referenceTask, studyTask, type Task } from './task.ts';
import { writeClaims } from './write-claims.ts';
import { writeMeasured } from './write-measured.ts';

export interface RunOptions extends Change {
  /** Where recordings and tables go; absent: how runs ended is printed, and nothing is kept. */
  readonly out?: string;
  /** Whether the papers' claims are judged, too, and the study's conjecture with them. */
  readonly claims?: true;
  /** A conjecture in place of the study's; the claims are judged then. */
  readonly conjecture?: string;
  /** Whether sharpness, effective ranks and the distance from the limit are measured, too. */
  readonly measure?: true;
}

/** Has a person's Ctrl-C call back, once; returns how to have it end the program again. */
export type OnInterrupt = (callback: () => void) => () => void;

/** Computes a study, or an experiment with explicit data. Gives the exit code: 1 when a run failed or a claim differs. */
export async function run(
  source: Source,
  paths: readonly string[],
  { out, conjecture, claims = conjecture === undefined ? undefined : true, measure, ...change }: RunOptions,
  output: Output,
  onInterrupt: OnInterrupt = () => () => undefined,
): Promise<number> {
  if (claims === true && out === undefined) throw new RangeError('name a folder for claims.json: --out DIR');
  if (measure === true && out === undefined)
    throw new RangeError('name a folder for measured.csv: --out DIR');
  const supposed = readConjecture(
    conjecture ?? (claims === true && source.kind === 'study' ? source.link.view.conjecture : ''),
  );
  const task = async (what: Task, dataset: Dataset | null): Promise<TaskEnd> => {
    const stop = new AbortController();
    const forget = onInterrupt(() => stop.abort());
    const end = await runTask(what, out!, dataset, output, stop.signal).finally(forget);
    if (claims === true && end.whole) await writeClaims(what, out!, dataset, supposed, output);
    if (measure === true && end.whole) await writeMeasured(what, out!, dataset, output);
    return end;
  };
  if (source.kind === 'reference') {
    if (paths.length > 0) throw new RangeError('a file with explicit data takes no other files');
    if (out === undefined) throw new RangeError('name a folder for what is recorded: --out DIR');
    const reference = referenceTask(changedReference(source.reference, change));
    return (await task(reference, null)).whole ? 0 : 1;
  }
  const { link } = source;
  const { study: opened, built } = await openStudy(link, paths, output);
  const study = changedStudy(opened, change);
  if (out === undefined) return judge(link, printRuns(study, built, output), output);
  const { whole, fingerprint } = await task(studyTask(study), built?.dataset ?? null);
  return whole ? judge(link, fingerprint, output) : 1;
}

/** The study of a link with the files that it trains on; says what of the link was not understood. @throws as {@link openFor} */
export async function openStudy(
  link: DecodedLink,
  paths: readonly string[],
  { err }: Output,
): Promise<{ readonly study: Study; readonly built: BuiltDataset | null }> {
  for (const note of link.notes) err(`note: ${note.message}`);
  const built = await openFor(link, paths);
  const { base } = link.study;
  return { study: changeBase(link.study, built === null ? {} : withFile(base, built, err)), built };
}

/** Prints how the runs ended, one by one and over all runs of a point. @returns the study's fingerprint */
function printRuns(study: Study, built: BuiltDataset | null, output: Output): string {
  const { out } = output;
  const names = pointsOf(study).map((point) => pointInWords(study, point));
  const datasets = new Map(built === null ? [] : [[built.dataset.id, built.dataset]]);
  const progress = showProgress(0, runsOf(study), output);
  let begun = 0;
  const { runs, fingerprint } = compute(study, datasets, ({ experiment }, epoch) => {
    if (epoch === 0) begun++;
    progress.to(begun - 1 + epoch / Math.max(1, experiment.epochs));
  });
  progress.end();
  for (const one of runs) for (const line of runLines(one, names[one.index]!)) out(line);
  if (runs.length > 1)
    for (const each of summarise(runs)) out(`\n${summaryLines(each, names[each.index]!).join('\n')}`);
  out(`\nengine ${ENGINE_VERSION}, fingerprint ${fingerprint}`);
  return fingerprint;
}

/** Whether the link's claim is reproduced, as an exit code. */
function judge({ fingerprint: claimed }: DecodedLink, found: string | null, { out }: Output): number {
  if (claimed === null) return 0;
  out(claimed === found ? 'reproduced' : `differs: the link says ${claimed}`);
  return claimed === found ? 0 : 1;
}

/** The opened files of a link that trains on some. @throws FileProblem, or Error that names what is missing */
export async function openFor(
  { study: { base: settings }, view }: DecodedLink,
  paths: readonly string[],
): Promise<BuiltDataset | null> {
  if (paths.length === 0) {
    if (settings.data !== 'dataset') return null;
    throw new Error(`this link trains on ${filesInWords(view)}: name it after the link`);
  }
  const reading = parseReading(settings.reading);
  if (!reading.ok) throw new Error(reading.message);
  return openPaths(paths, reading.value, settings.file);
}

/** "wine.csv (10.3 kB)", or what can be said without a name. */
function filesInWords({ fileNames, fileSizes }: DecodedLink['view']): string {
  if (fileNames === '') return 'a file';
  const sizes = fileSizes.split('.');
  return labelsInWords(fileNames)
    .split(', ')
    .map((name, k) => (sizes[k] ? `${name} (${byteSize(Number(sizes[k]))})` : name))
    .join(' and ');
}

/** The settings with the opened file; where the link says nothing of its classes and it has none of these, as proposed. */
function withFile(settings: Settings, built: BuiltDataset, err: Output['err']): Settings {
  const { dataset, labels } = built;
  if (settings.file !== '') {
    if (settings.file !== dataset.id) {
      err(
        `note: ${dataset.name} has fingerprint ${dataset.id}: it is not the link’s file (${settings.file})`,
      );
    }
    return settings;
  }
  const named = { ...settings, file: dataset.id };
  const unsaid = (['positive', 'negative', 'normalisation'] as const).every(
    (key) => settings[key] === SETTINGS[key].default,
  );
  const has = (key: 'positive' | 'negative'): boolean => {
    const parsed = parseLabels(settings[key]);
    return (
      parsed.ok && labels.some(({ code, name }) => parsed.value.includes(code) || parsed.value.includes(name))
    );
  };
  if (!unsaid || (has('positive') && has('negative'))) return named;
  const proposed = settingsOfFile(built);
  const { positive, negative, normalisation } = proposed;
  const words = `${labelsInWords(positive)} against ${labelsInWords(negative)}, ${normalisation}`;
  if (settings.n <= proposed.n + proposed.testPoints) {
    err(`note: the link names no classes of this file; as proposed: ${words}`);
    return { ...named, positive, negative, normalisation };
  }
  err(`note: the link names no classes of this file; as proposed: ${words}; ${settingsInWords(proposed)}`);
  return { ...named, ...proposed, reading: settings.reading };
}

const endOf = ({ outcome }: ComputedRun): string =>
  outcome.kind === 'finished' ? 'finished' : `diverged: ${divergence(outcome)}`;

function runLines(run: ComputedRun, name: string): readonly string[] {
  return [
    `\nseed ${run.seed}, ${name}: ${endOf(run)}; at epoch ${run.epoch}`,
    ...run.measured.map((name) => `  ${name.padEnd(20)} ${run.scalars[name]}`),
    `  ${'fingerprint'.padEnd(20)} ${run.fingerprint}`,
  ];
}
