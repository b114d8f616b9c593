import type { SealedData } from '../../engine/files/dataset/seal.ts';
import { codesOf } from '../../engine/files/dataset/codes.ts';
import type { Proposal } from '../../engine/files/proposal.ts';
import { formatClass, parseLabels } from '../../settings/labels.ts';
import { PRESETS, settingsOf } from '../../settings/presets.ts';
import { formatReading, parseReading } from '../../settings/reading.ts';
import type { Settings } from '../../settings/schema.ts';
import { AS_PROPOSED, type Asking, type Wanted } from './conversation-store.ts';
import { outcomeOf, type Side, type Sides } from './sides.ts';

/** How the settings on the page want a file to be read: where they wait for one, as they say. */
export function wantedOf(settings: Settings, isOpen: boolean): Wanted {
  if (settings.data !== 'dataset' || isOpen) return AS_PROPOSED;
  const wanted = againOf(settings);
  // Of no file in particular: how it is read, and its numbers, are still to be seen.
  return settings.file === '' ? { ...wanted, choice: {}, normalisation: null } : wanted;
}

/** Files as the settings have them, to be talked about again. */
export function againOf({ reading, normalisation, positive, negative, file }: Settings): Wanted {
  const choice = parseReading(reading);
  return {
    choice: choice.ok ? choice.value : {},
    normalisation,
    sides: (proposal) => sidesOf(positive, negative, proposal),
    id: file,
  };
}

/** The settings' classes, where the file has labels of both. */
export function sidesOf(
  positive: string,
  negative: string,
  { labels }: Pick<Proposal, 'labels'>,
): Sides | null {
  const { codeOf } = codesOf(labels.keys());
  const nameOf = new Map([...codeOf].map(([name, code]) => [code, name]));
  const sides = new Map<string, Side>();
  for (const [text, side] of [[positive, 1] as const, [negative, -1] as const]) {
    const parsed = parseLabels(text);
    if (!parsed.ok) return null;
    const found = parsed.value
      .map((label) => (typeof label === 'string' ? label : nameOf.get(label)))
      .filter((name) => name !== undefined && labels.has(name));
    if (found.length === 0) return null;
    for (const name of found) sides.set(name!, side);
  }
  return sides;
}

/** The settings that train on what was settled. `before`: those on the page. */
export function settledOn(
  stage: Asking,
  { dataset, labels }: SealedData,
  before: Settings,
): Partial<Settings> {
  const { sides, preview, choice } = stage;
  const code = new Map(labels.map((label) => [label.name, label.code]));
  const group = (side: Side): string =>
    formatClass(
      [...sides].filter(([, on]) => on === side).flatMap(([label]) => code.get(label) ?? []),
      dataset.labelNames ?? null,
    );
  const normalisation = stage.normalisation ?? preview.proposal.normalisation;
  const classes = { positive: group(1), negative: group(-1), normalisation, reading: formatReading(choice) };
  const { n, testPoints, positiveRows, negativeRows } = outcomeOf(sides, preview.proposal);
  const rows = positiveRows + negativeRows;
  const preset = PRESETS.find(({ id }) => id === stage.preset);
  if (preset !== undefined) {
    const settings = settingsOf(preset, dataset.id);
    return { ...settings, ...classes, n: Math.min(settings.n, rows) };
  }
  // Settings that wait for this file, or for any, say how many points they want of it.
  const waits = before.data === 'dataset' && (before.file === '' || before.file === dataset.id);
  return waits ? { ...classes, n: Math.min(before.n, rows) } : { ...classes, n, testPoints };
}
