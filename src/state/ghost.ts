import { SCALARS } from '../core/observe/quantities.ts';
import type { Batch, Variant } from '../engine/batch.ts';
import type { Recording } from '../engine/recording.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../settings/schema.ts';
import type { SettingSpec } from '../settings/spec.ts';
import { displayValue } from '../settings/words.ts';

/** The run before the last change of settings, which charts keep as quiet curves. */
export interface Ghost {
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
  /** The settings in which it differs, as they were: "γ = 0.1". */
  readonly what: string;
}

/** With more settings changed it is another experiment, of which the curves before say nothing. */
const MOST_CHANGES = 3;

/** Margins and matrices of a larger batch are let go: its means are kept. */
const MOST_NUMBERS = 4e6;

/** In which settings, as they were, a batch differs from others; null where the two cannot be compared. */
export function whatDiffers({ status, settings }: Batch, after: Settings): string | null {
  if (status === 'failed' || status === 'diverged') return null;
  const changed = SETTING_NAMES.filter((name) => differs(name, settings, after));
  if (changed.length === 0 || changed.length > MOST_CHANGES) return null;
  return changed.map((name) => wordsOf(name, settings)).join(', ');
}

/** What remains of a batch when others take its place. */
export function ghostOf({ recordings, variants }: Batch, what: string): Ghost {
  const all = variants.flatMap((variant) => variant.recordings);
  const light = all.reduce((sum, recording) => sum + numbersOf(recording), 0) > MOST_NUMBERS;
  const kept = new Map(all.map((recording) => [recording, light ? meansOnly(recording) : recording]));
  const keptOf = (some: readonly Recording[]): Recording[] => some.map((recording) => kept.get(recording)!);
  return {
    recordings: keptOf(recordings),
    variants: variants.map((variant) => ({ mode: variant.mode, recordings: keptOf(variant.recordings) })),
    what,
  };
}

function differs(name: SettingName, before: Settings, after: Settings): boolean {
  const { appliesTo = () => true }: SettingSpec = SETTINGS[name];
  return before[name] !== after[name] && (appliesTo(before) || appliesTo(after));
}

function wordsOf(name: SettingName, settings: Settings): string {
  const spec: SettingSpec = SETTINGS[name];
  const value = displayValue(spec, settings[name]);
  return spec.symbol === '' || spec.kind === 'text'
    ? `${spec.name.toLowerCase()}: ${value}`
    : `${spec.symbol} = ${value}`;
}

/** Of margins and matrices, which take most room. */
function numbersOf({ margins, snapshots }: Recording): number {
  const [first] = snapshots;
  return margins.length + snapshots.length * (first ? first.rho.length + first.active.length : 0);
}

const NOTHING = new Float64Array(0);

/** A recording without what is not a mean, as it is now; it holds on to nothing else of the batch. */
function meansOnly(recording: Recording): Recording {
  const { run, facts, length, epochs, end, version } = recording;
  const columns = new Map(SCALARS.map((name) => [name, recording.column(name)]));
  return {
    run,
    facts,
    length,
    epochs,
    column: (name) => columns.get(name) ?? NOTHING,
    margins: NOTHING,
    snapshots: [],
    end,
    version,
  };
}
