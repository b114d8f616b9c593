import type { LinkNotes } from '../link-notes.ts';
import { readValue, textOf } from '../link-values.ts';
import { MODES } from '../modes.ts';
import { formatNames, parseNames } from '../names.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../schema.ts';
import { shorten, visible, type Value } from '../words.ts';
import { axis, checkAxis, isAxisName, type Axis } from './axis.ts';
import { onValue } from './edit.ts';
import { MAX_PINS, type Pin, type Study } from './study.ts';

/** Keys of the two axes, in order. */
const AXIS_KEYS = ['ax', 'ay'] as const;
/** Of older links: all modes side by side. */
const COMPARE_KEY = 'cmp';
/** Between the values of an axis; no value of a setting that can be varied has it. */
const VALUE = '~';
/** Between settings that go along with each other. */
const ALONG = '*';
const MAX_NAME = 60;

const pinKey = (k: number): string => `p${k + 1}`;
const byKey = new Map(SETTING_NAMES.map((name) => [SETTINGS[name].key, name]));

/**
 * What a study has beside its base, as key and text of a link: `ax=g~0~0.1~0.5`, with settings that go along as
 * `ax=sp*s0~0.5*0.01~1.5*0.001`, and of each pin its name and how it differs from the base: `p1=~small`, `p1.s0=1e-5`.
 */
export function studyPairs({ base, axes, pins }: Study): readonly (readonly [key: string, text: string])[] {
  return [
    ...axes.map((one, a) => [AXIS_KEYS[a]!, axisText(one)] as const),
    ...pins.flatMap(({ name, settings }, k) => [
      [pinKey(k), name === '' ? '' : formatNames([name])] as const,
      ...SETTING_NAMES.filter((other) => settings[other] !== base[other]).map(
        (other) => [`${pinKey(k)}.${SETTINGS[other].key}`, textOf(settings[other])] as const,
      ),
    ]),
  ];
}

function axisText({ setting, values, along }: Axis): string {
  const all = [{ setting, values }, ...along];
  return [
    all.map((one) => SETTINGS[one.setting].key).join(ALONG),
    ...values.map((_, k) => all.map((one) => textOf(one.values[k]!)).join(ALONG)),
  ].join(VALUE);
}

/** Reads, and removes from the pairs, what a study has beside its base. What cannot be read is left out with a note. */
export function takeStudy(pairs: Map<string, string>, base: Settings, notes: LinkNotes): Study {
  const axes: Axis[] = [];
  if (pairs.get(COMPARE_KEY) === '1') axes.push(axis('regularizer', MODES));
  if (/^[01]$/.test(pairs.get(COMPARE_KEY) ?? '')) pairs.delete(COMPARE_KEY);
  for (const key of AXIS_KEYS) {
    const text = pairs.get(key);
    if (text === undefined) continue;
    pairs.delete(key);
    const read = readAxis(text, axes, notes);
    if (typeof read === 'string') notes.add(key, text, `${read}; nothing is varied by it`);
    else axes.push(read);
  }
  // Pins differ from the base as it is written, before it is put on a value of each axis.
  const pins = takePins(pairs, base, notes);
  return onValue({ base, axes: axes.slice(0, AXIS_KEYS.length), pins });
}

/** An axis, or what is wrong with it. */
function readAxis(text: string, before: readonly Axis[], notes: LinkNotes): Axis | string {
  const [head = '', ...rows] = text.split(VALUE);
  const names: SettingName[] = [];
  for (const key of head.split(ALONG)) {
    const name = byKey.get(key);
    if (name === undefined) return `“${shorten(key)}” is not a setting of this page`;
    const taken = before.some((one) => [one, ...one.along].some(({ setting }) => setting === name));
    if (taken) return `“${shorten(key)}” is varied already`;
    names.push(name);
  }
  const columns: Value[][] = names.map(() => []);
  for (const row of rows) {
    const cells = row.split(ALONG);
    if (cells.length !== names.length) {
      return `“${shorten(row)}” has ${cells.length} values for ${names.length} settings`;
    }
    for (const [k, name] of names.entries()) {
      const read = readValue(SETTINGS[name], cells[k]!, notes);
      if (!read.ok) return read.message;
      columns[k]!.push(read.value);
    }
  }
  const [setting, ...along] = names.map((name, k) => ({ setting: name, values: columns[k]! }));
  if (setting === undefined || !isAxisName(setting.setting)) return `“${shorten(head)}” cannot be varied`;
  const made = { ...setting, along } as Axis;
  const checked = checkAxis(made);
  return checked.ok ? checked.value : checked.message;
}

function takePins(pairs: Map<string, string>, base: Settings, notes: LinkNotes): readonly Pin[] {
  const pins: Pin[] = [];
  for (let k = 0; k < MAX_PINS; k++) {
    const own = [...pairs.keys()].filter((key) => key.startsWith(`${pinKey(k)}.`));
    const name = pairs.get(pinKey(k));
    if (name === undefined && own.length === 0) continue;
    pairs.delete(pinKey(k));
    const settings: Record<string, Value> = { ...base };
    for (const key of own) {
      const text = pairs.get(key)!;
      pairs.delete(key);
      const setting = byKey.get(key.slice(pinKey(k).length + 1));
      if (setting === undefined) {
        notes.add(key, text, `“${shorten(key)}” is not a setting of a pin`);
        continue;
      }
      const read = readValue(SETTINGS[setting], text, notes);
      if (read.ok) settings[setting] = read.value;
      else notes.add(key, text, `${read.message}; the pin has what is in front`);
    }
    // Each entry came out of the check of its own spec, or is the base's.
    pins.push({
      name: pinName(parseNames(name ?? '')?.join(' ') ?? name ?? ''),
      settings: settings as unknown as Settings,
    });
  }
  return pins;
}

/** A pin's name as it is kept: on one line, without what is not seen, and not longer than a legend has room for. */
export const pinName = (text: string): string =>
  Array.from(visible(text.replace(/\s+/gu, ' ').trim()))
    .slice(0, MAX_NAME)
    .join('')
    .trim();
