import { readFile, stat } from 'node:fs/promises';
import { isFlow, isReference, readReference, upToEpoch, type Reference } from '../src/settings/reference.ts';
import { decodeLink, type DecodedLink } from '../src/settings/link.ts';
import { PRESETS, studyOf } from '../src/settings/presets.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { readStudyJson } from '../src/settings/study/json.ts';
import { axisOf, type Study } from '../src/settings/study/study.ts';
import { visible } from '../src/settings/words.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';

/** What a command is to compute, as it was named. */
export type Source =
  | { readonly kind: 'study'; readonly link: DecodedLink; readonly engine: number | null }
  | { readonly kind: 'reference'; readonly reference: Reference };

/** The preset of this id. @throws RangeError naming it, and how to list them */
export function presetSource(id: string): Source {
  const preset = PRESETS.find((one) => one.id === id);
  if (preset === undefined) {
    throw new RangeError(`there is no preset “${visible(id)}”; lab presets lists them`);
  }
  return ofStudy(studyOf(preset));
}

/** A file (a study, or an experiment in the format of test/fixtures), or else a link. @throws RangeError */
export async function openSource(text: string): Promise<Source> {
  const file = await openText(text);
  return file === null ? linkSource(text) : readSource(file.text, file.name);
}

export const linkSource = (text: string): Source => ({ kind: 'study', link: decodeLink(text), engine: null });

/** The file of this path, with its name for messages; null where it is a link. @throws RangeError when there is no such file */
export async function openText(
  path: string,
): Promise<{ readonly text: string; readonly name: string } | null> {
  const about = path.includes('#') ? null : await stat(path).catch(() => null);
  if (about?.isFile() === true) return { text: await readFile(path, 'utf8'), name: visible(path) };
  if (/\.json$/i.test(path)) throw new RangeError(`${visible(path)}: there is no such file`);
  return null;
}

/** @param name of the file, for messages */
export function readSource(text: string, name: string): Source {
  try {
    const content = contentOf(text);
    if (isReference(content)) return { kind: 'reference', reference: readReference(content) };
    // Also says what is wrong with a text that is no JSON.
    const { study, engine, notes } = readStudyJson(text);
    return ofStudy(study, engine, notes);
  } catch (error) {
    throw named(name, error);
  }
}

/** An error about something, with its name. */
export const named = (name: string, error: unknown): RangeError =>
  new RangeError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });

/** What a file has as JSON; null where it is none. */
export function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const ofStudy = (study: Study, engine: number | null = null, notes: DecodedLink['notes'] = []): Source => ({
  kind: 'study',
  link: { study, view: DEFAULT_VIEW, fingerprint: null, notes },
  engine,
});

/** What the command line says otherwise than the source. */
export interface Change {
  readonly runs?: number;
  readonly epochs?: number;
}

/** @throws RangeError when the source has no one number of it */
export function changedStudy(study: Study, change: Change): Study {
  if (change.epochs !== undefined && axisOf(study, 'epochs') !== null) {
    throw new RangeError('--epochs: the study varies the epochs; leave the option out');
  }
  const changed = changeBase(study, change);
  return {
    ...changed,
    pins: changed.pins.map((pin) => ({ ...pin, settings: { ...pin.settings, ...change } })),
  };
}

/** @throws RangeError when it is asked for several runs of one */
export function changedReference(reference: Reference, { runs = 1, epochs }: Change): Reference {
  if (runs !== 1) throw new RangeError(`--runs ${runs}: a file with explicit data is one run`);
  if (epochs === undefined) return reference;
  if (isFlow(reference)) throw new RangeError(`--epochs ${epochs}: a gradient flow has no epochs`);
  return upToEpoch(reference, epochs);
}
