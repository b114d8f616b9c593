import { ENGINE_VERSION } from '../src/core/experiment.ts';
import type { BuiltDataset } from '../src/engine/files/dataset/build.ts';
import { settingsInWords, settingsOfFile } from '../src/engine/files/dataset/settings.ts';
import { byteSize } from '../src/engine/files/words.ts';
import { etaAdvice } from '../src/settings/eta-advice.ts';
import { labelsInWords, parseLabels } from '../src/settings/labels.ts';
import { decodeLink, type DecodedLink } from '../src/settings/link.ts';
import { parseReading } from '../src/settings/reading.ts';
import { SETTINGS, type Settings } from '../src/settings/schema.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { pointsOf } from '../src/settings/study/study.ts';
import { pointInWords } from '../src/settings/study/words.ts';
import { compute, type ComputedRun } from './compute.ts';
import type { Output } from './output.ts';
import { openPaths } from './open-paths.ts';
import { summarise, summaryLines } from './summary.ts';

/** Computes the runs of a link and prints how they ended, one by one and over all runs of a point of the study. Gives the exit code. */
export async function runLink(link: string, paths: readonly string[], { out, err }: Output): Promise<number> {
  const decoded = decodeLink(link);
  for (const note of decoded.notes) err(`note: ${note.message}`);
  try {
    const built = await openFor(decoded, paths);
    const { base } = decoded.study;
    const study = changeBase(decoded.study, built === null ? {} : withFile(base, built, err));
    const names = pointsOf(study).map((point) => pointInWords(study, point));
    const datasets = new Map(built === null ? [] : [[built.dataset.id, built.dataset]]);
    const { runs, fingerprint } = compute(study, datasets);
    for (const run of runs) for (const line of runLines(run, names[run.index]!)) out(line);
    if (runs.length > 1)
      for (const each of summarise(runs)) out(`\n${summaryLines(each, names[each.index]!).join('\n')}`);
    out(`\nengine ${ENGINE_VERSION}, fingerprint ${fingerprint}`);
    const claimed = decoded.fingerprint;
    if (claimed !== null) out(claimed === fingerprint ? 'reproduced' : `differs: the link says ${claimed}`);
    return claimed === null || claimed === fingerprint ? 0 : 1;
  } catch (error) {
    err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function openFor(
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

function endOf({ outcome }: ComputedRun): string {
  if (outcome.kind === 'finished') return 'finished';
  const { quantity, epoch, eta, suggestedEta } = outcome;
  return `diverged: ${quantity} was not finite at epoch ${epoch} with η = ${eta}; ${etaAdvice(suggestedEta)}`;
}

function runLines(run: ComputedRun, name: string): readonly string[] {
  return [
    `\nseed ${run.seed}, ${name}: ${endOf(run)}; at epoch ${run.epoch}`,
    ...run.measured.map((name) => `  ${name.padEnd(20)} ${run.scalars[name]}`),
    `  ${'fingerprint'.padEnd(20)} ${run.fingerprint}`,
  ];
}
