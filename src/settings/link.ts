import { mendLink } from './link-mends.ts';
import { readValue, textOf } from './link-values.ts';
import { FIRST_PRESET, studyOf } from './presets.ts';
import { migrate, MIGRATIONS, type Migration } from './migrate.ts';
import { LinkNotes, type Note } from './link-notes.ts';
import { DEFAULTS, SETTING_NAMES, SETTINGS, type Settings } from './schema.ts';
import { studyPairs, takeStudy } from './study/link-parts.ts';
import type { Study } from './study/study.ts';
import { DEFAULT_VIEW, VIEW, VIEW_NAMES, type View } from './view.ts';
import type { SettingSpec } from './spec.ts';
import { displayValue, formatNumber, shorten, type Value } from './words.ts';

export type { Note } from './link-notes.ts';

/** Of a longer link only so many characters are read. */
export const MAX_LINK = 16_000;

/** The version that is written; a link of version k < LINK_VERSION goes through the steps k → k+1 → … */
export const LINK_VERSION = MIGRATIONS.length + 1;

export interface LinkContent {
  readonly study: Study;
  readonly view: View;
  /** 16 lower-case hexadecimal digits: the recording the sender saw. */
  readonly fingerprint?: string | undefined;
}

export interface DecodedLink {
  readonly study: Study;
  readonly view: View;
  readonly fingerprint: string | null;
  /** What was dropped and why, in words for the page; empty if the link was read as it was written. */
  readonly notes: readonly Note[];
}

const FINGERPRINT = /^[0-9a-f]{16}$/;

/**
 * The link's hash without '#': version first, then what differs from the defaults in the tables' order, as in
 * `v=1&g=0.5&n=20&at=137&fp=0123456789abcdef`. Never '', which is the first preset's: all defaults are `v=1`. The
 * settings and view must be valid.
 */
export function encodeLink({ study, view, fingerprint }: LinkContent): string {
  const { base } = study;
  const pairs = [
    ...SETTING_NAMES.filter((name) => base[name] !== DEFAULTS[name]).map(
      (name) => [SETTINGS[name].key, textOf(base[name])] as const,
    ),
    ...studyPairs(study),
    ...VIEW_NAMES.filter((name) => view[name] !== DEFAULT_VIEW[name]).map(
      (name) => [VIEW[name].key, textOf(view[name])] as const,
    ),
    ...(fingerprint === undefined ? [] : [['fp', fingerprint] as const]),
  ];
  return [['v', String(LINK_VERSION)] as const, ...pairs]
    .map(([key, text]) => `${key}=${encodeText(text)}`)
    .join('&');
}

/** encodeURIComponent, but '/' stays: a fragment may hold it (RFC 3986 §3.5), and 1/m is easier to read than 1%2Fm. */
function encodeText(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/');
}

/**
 * Reads any text as a link and never throws: what can be read is used, everything else falls back to the default with a
 * note. What mail and chat do to links is undone, with a note. '' opens the first preset. Values are checked one by one;
 * whether they make sense together is for `checkSettings` to say.
 *
 * @param hash with or without '#'
 * @param migrations the steps from older versions; the newest version understood is one more than their number
 */
export function decodeLink(hash: string, migrations: readonly Migration[] = MIGRATIONS): DecodedLink {
  if (hash === '' || hash === '#') return FIRST;
  const notes = new LinkNotes();
  const given = readPairs(mended(bounded(hash.startsWith('#') ? hash.slice(1) : hash, notes), notes), notes);
  const version = readVersion(given, migrations.length + 1, notes);
  const pairs = new Map(migrate(given, version, migrations));
  pairs.delete('v');

  const settings: Record<string, Value> = { ...DEFAULTS };
  for (const name of SETTING_NAMES) settings[name] = take(pairs, SETTINGS[name], notes);
  const view: Record<string, Value> = { ...DEFAULT_VIEW };
  for (const name of VIEW_NAMES) view[name] = take(pairs, VIEW[name], notes);
  // Each entry came out of the check of its own spec.
  const study = takeStudy(pairs, settings as unknown as Settings, notes);
  const fingerprint = takeFingerprint(pairs, notes);
  for (const [key, text] of pairs) notes.add(key, text, `“${shorten(key)}” is not a setting of this page`);

  return {
    study,
    view: view as unknown as View,
    fingerprint,
    notes: notes.list(),
  };
}

/** What a page opens whose address says nothing. */
const FIRST: DecodedLink = {
  study: studyOf(FIRST_PRESET),
  view: { ...DEFAULT_VIEW, ...FIRST_PRESET.view },
  fingerprint: null,
  notes: [],
};

function mended(given: string, notes: LinkNotes): string {
  const { text, mends } = mendLink(given);
  if (mends.length > 0) notes.add('', '', `the link was mended: ${mends.join('; ')}`);
  return text;
}

function bounded(text: string, notes: LinkNotes): string {
  if (text.length <= MAX_LINK) return text;
  notes.add(
    '',
    text,
    `the link has ${formatNumber(text.length, 'integer')} characters; only the first ${formatNumber(MAX_LINK, 'integer')} were read`,
  );
  // A pair that the cut went through could read as something else: n=200 as n=20.
  const end = text.lastIndexOf('&', MAX_LINK);
  return end < 0 ? '' : text.slice(0, end);
}

/** Splits at & and the first =. A key given twice is ambiguous, so neither value is kept. */
function readPairs(text: string, notes: LinkNotes): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const repeated = new Set<string>();
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const key = decodeText(equals < 0 ? piece : piece.slice(0, equals));
    const value = equals < 0 ? null : decodeText(piece.slice(equals + 1));
    if (key === null || value === null) {
      notes.add(key ?? piece, value ?? '', `“${shorten(piece)}” could not be read and was dropped`);
    } else if (repeated.has(key)) {
      continue;
    } else if (pairs.has(key)) {
      repeated.add(key);
      pairs.delete(key);
      notes.add(key, value, `“${shorten(key)}” is given more than once; the default is used`);
    } else {
      pairs.set(key, value);
    }
  }
  return pairs;
}

function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readVersion(pairs: ReadonlyMap<string, string>, newest: number, notes: LinkNotes): number {
  const text = pairs.get('v');
  if (text === undefined) {
    if (pairs.size > 0) notes.add('v', '', `the link names no version; it was read as version ${newest}`);
    return newest;
  }
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    notes.add('v', text, `version “${shorten(text)}” is not a whole number from 1; it was read as ${newest}`);
    return newest;
  }
  const version = Number(text);
  if (version > newest) {
    notes.add(
      'v',
      text,
      `the link is of version ${formatNumber(version, 'integer')} and this page reads up to version ${newest}; what could be read was used`,
    );
  }
  return version;
}

/** The value of a field, removed from the pairs; the default, with a note, where there is none to be used. */
function take(pairs: Map<string, string>, spec: SettingSpec, notes: LinkNotes): Value {
  const text = pairs.get(spec.key);
  if (text === undefined) return spec.default;
  pairs.delete(spec.key);
  const checked = readValue(spec, text, notes);
  if (checked.ok) return checked.value;
  notes.add(spec.key, text, `${checked.message}; the default, ${displayValue(spec, spec.default)}, is used`);
  return spec.default;
}

function takeFingerprint(pairs: Map<string, string>, notes: LinkNotes): string | null {
  const text = pairs.get('fp');
  if (text === undefined) return null;
  pairs.delete('fp');
  if (FINGERPRINT.test(text)) return text;
  notes.add(
    'fp',
    text,
    `fingerprint “${shorten(text)}” is not 16 hexadecimal digits, so nothing is compared`,
  );
  return null;
}
