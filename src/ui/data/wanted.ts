import type { BuiltData } from '../../engine/files/conversation-api.ts';
import { formatLabels, parseLabels } from '../../settings/labels.ts';
import { PRESETS, settingsOf } from '../../settings/presets.ts';
import type { Settings } from '../../settings/schema.ts';
import { AS_PROPOSED, type Asking, type Wanted } from './conversation-store.ts';
import { outcomeOf, type Side, type Sides } from './sides.ts';

/** How the settings on the page want a file to be read: where they wait for one, as they say. */
export function wantedOf(settings: Settings, isOpen: boolean): Wanted {
  if (settings.data !== 'dataset' || isOpen) return AS_PROPOSED;
  return {
    choice: {},
    normalisation: settings.file === '' ? null : settings.normalisation,
    sides: ({ labels }) => sidesOf(settings, labels),
  };
}

/** The settings' classes, where the file has labels of both. */
function sidesOf({ positive, negative }: Settings, labels: ReadonlyMap<string, number>): Sides | null {
  const sides = new Map<string, Side>();
  for (const [text, side] of [[positive, 1] as const, [negative, -1] as const]) {
    const parsed = parseLabels(text);
    if (!parsed.ok) return null;
    const found = parsed.value.map(String).filter((label) => labels.has(label));
    if (found.length === 0) return null;
    for (const label of found) sides.set(label, side);
  }
  return sides;
}

/** The settings that train on what was settled. `before`: those on the page. */
export function settledOn(
  stage: Asking,
  { dataset, labels }: BuiltData,
  before: Settings,
): Partial<Settings> {
  const { sides, preview, preset: id } = stage;
  const preset = PRESETS.find((candidate) => candidate.id === id);
  const code = new Map(labels.map((label) => [label.name, label.code]));
  const group = (side: Side): string =>
    formatLabels(
      [...sides]
        .filter(([, on]) => on === side)
        .flatMap(([label]) => code.get(label) ?? [])
        .sort((a, b) => a - b),
    );
  const { n, testPoints, positiveRows, negativeRows } = outcomeOf(sides, preview.proposal);
  // Settings that wait for a file say how many points they want of it.
  const waits = before.data === 'dataset' && (before.file === '' || before.file === dataset.id);
  const rows = positiveRows + negativeRows;
  return {
    ...(preset === undefined ? {} : settingsOf(preset, dataset.id)),
    positive: group(1),
    negative: group(-1),
    normalisation: stage.normalisation ?? preset?.settings.normalisation ?? preview.proposal.normalisation,
    ...(preset === undefined
      ? waits
        ? { n: Math.min(before.n, rows) }
        : { n, testPoints }
      : { n: Math.min(preset.settings.n ?? n, rows) }),
  };
}

/** Open data to be talked about again: as they were settled, with the settings' classes of now. */
export function againOf(settings: Settings): Wanted {
  return {
    choice: {},
    normalisation: settings.normalisation,
    sides: ({ labels }) => sidesOf(settings, labels),
  };
}
