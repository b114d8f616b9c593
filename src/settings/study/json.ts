import { ENGINE_VERSION } from '../../core/experiment.ts';
import { checkSpec } from '../check.ts';
import { LinkNotes, type Note } from '../link-notes.ts';
import { DEFAULTS, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../schema.ts';
import { describeValue, displayValue, shorten, type Value } from '../words.ts';
import { checkAxis, type Axis } from './axis.ts';
import { onValue } from './edit.ts';
import { pinName } from './link-parts.ts';
import { MAX_PINS, type Pin, type Study } from './study.ts';

/** What a study's file says that it is. */
export const STUDY_FORMAT = 'implicit-bias-lab study';
/** The version that is written; a file of a newer one is read as far as it is understood. */
export const STUDY_VERSION = 1;
/** Of a longer text nothing is read. */
export const MAX_STUDY_TEXT = 1_000_000;

export interface DecodedStudy {
  readonly study: Study;
  /** The engine that the file was written by; null where it does not say. */
  readonly engine: number | null;
  /** What was dropped and why. */
  readonly notes: readonly Note[];
}

/**
 * A study as JSON: one text for one study, every setting by its name in the schema, in the schema's order; of pins, what
 * differs from the settings.
 */
export function studyJson({ base, axes, pins }: Study): string {
  const settings = Object.fromEntries(SETTING_NAMES.map((name) => [name, base[name]]));
  const content = {
    format: STUDY_FORMAT,
    version: STUDY_VERSION,
    engine: ENGINE_VERSION,
    settings,
    axes: axes.map(({ setting, values, along }) => ({
      setting,
      values,
      ...(along.length > 0 && {
        along: along.map((other) => ({ setting: other.setting, values: other.values })),
      }),
    })),
    pins: pins.map((pin) => ({
      name: pin.name,
      settings: Object.fromEntries(
        SETTING_NAMES.filter((name) => pin.settings[name] !== base[name]).map((name) => [
          name,
          pin.settings[name],
        ]),
      ),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * Reads a study's file. What is not understood is left out with a note.
 *
 * @throws RangeError when it is no study's file at all
 */
export function readStudyJson(text: string): DecodedStudy {
  if (text.length > MAX_STUDY_TEXT) {
    throw new RangeError(`the file has ${text.length} characters; a study has at most ${MAX_STUDY_TEXT}`);
  }
  const content = parsed(text);
  if (!isRecord(content) || content['format'] !== STUDY_FORMAT) {
    throw new RangeError(`the file is no study: its "format" is not "${STUDY_FORMAT}"`);
  }
  const notes = new LinkNotes();
  const { version, engine } = content;
  if (typeof version !== 'number' || version > STUDY_VERSION) {
    const said = `the file is of version ${describeValue(version)} and this program reads up to ${STUDY_VERSION}`;
    notes.add('version', describeValue(version), `${said}; what could be read was used`);
  }
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key)) notes.add(key, '', `“${shorten(key)}” is not a part of a study`);
  }
  const base = readSettings(content['settings'], DEFAULTS, notes, 'the default');
  const axes = readAxes(content['axes'], notes);
  const pins = readPins(content['pins'], base, notes);
  return {
    study: onValue({ base, axes, pins }),
    engine: typeof engine === 'number' ? engine : null,
    notes: notes.list(),
  };
}

const KEYS: readonly string[] = ['format', 'version', 'engine', 'settings', 'axes', 'pins'];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RangeError(`the file is no study: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSettingName = (name: unknown): name is SettingName =>
  typeof name === 'string' && SETTING_NAMES.some((known) => known === name);

function readSettings(given: unknown, otherwise: Settings, notes: LinkNotes, what: string): Settings {
  const read: Record<string, Value> = { ...otherwise };
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
    if (!isSettingName(name)) {
      notes.add(name, '', `“${shorten(name)}” is not a setting of this program`);
      continue;
    }
    const checked = checkSpec(SETTINGS[name], value);
    if (checked.ok) read[name] = checked.value;
    else {
      const used = displayValue(SETTINGS[name], otherwise[name]);
      notes.add(name, describeValue(value), `${checked.message}; ${what}, ${used}, is used`);
    }
  }
  // Each entry came out of the check of its own spec.
  return read as unknown as Settings;
}

function readAxes(given: unknown, notes: LinkNotes): readonly Axis[] {
  const axes: Axis[] = [];
  for (const one of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const made = isRecord(one)
      ? { setting: one['setting'], values: one['values'], along: one['along'] ?? [] }
      : null;
    const isShaped =
      made !== null &&
      [made, ...(Array.isArray(made.along) ? (made.along as readonly unknown[]) : [null])].every(
        (part) => isRecord(part) && isSettingName(part['setting']) && Array.isArray(part['values']),
      );
    if (!isShaped) {
      notes.add(
        'axes',
        '',
        'an axis has no setting of this program, or no list of values; nothing is varied by it',
      );
      continue;
    }
    // Its values are checked one by one.
    const checked = checkAxis(made as unknown as Axis);
    if (!checked.ok)
      notes.add('axes', describeValue(made.setting), `${checked.message}; nothing is varied by it`);
    else if (axes.length === 2)
      notes.add('axes', describeValue(made.setting), 'a study has at most two axes; the first two are used');
    else if (axes.some(({ setting }) => setting === checked.value.setting)) {
      notes.add('axes', describeValue(made.setting), `${describeValue(made.setting)} is varied already`);
    } else axes.push(checked.value);
  }
  return axes;
}

function readPins(given: unknown, base: Settings, notes: LinkNotes): readonly Pin[] {
  const all = Array.isArray(given) ? (given as readonly unknown[]).filter(isRecord) : [];
  if (all.length > MAX_PINS) notes.add('pins', '', `of ${all.length} pins the first ${MAX_PINS} are kept`);
  return all.slice(0, MAX_PINS).map(({ name, settings }) => ({
    name: pinName(typeof name === 'string' ? name : ''),
    settings: readSettings(settings, base, notes, 'what is in front'),
  }));
}
