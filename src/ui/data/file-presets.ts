import type { Preview } from '../../engine/files/conversation-api.ts';
import { parseLabels } from '../../settings/labels.ts';
import { PRESETS } from '../../settings/presets.ts';
import type { Side, Sides } from './sides.ts';

/** An experiment that fits the file that was opened. */
export interface FittingPreset {
  readonly id: string;
  readonly question: string;
  /** "4 against 9" */
  readonly classes: string;
  readonly sides: Sides;
}

/** The presets for files of one's own that fit: pictures with the labels of both classes, of numbers alike. */
export function presetsFor({ pictures, proposal }: Preview): readonly FittingPreset[] {
  if (pictures.length === 0) return [];
  return PRESETS.flatMap(({ id, question, settings }) => {
    const { data, positive, negative, normalisation, file } = settings;
    if (data !== 'dataset' || positive === undefined || negative === undefined || file !== undefined)
      return [];
    // What was chosen for pixels in 0..255 is not for numbers of another size.
    if (normalisation !== proposal.normalisation) return [];
    const groups = [positive, negative].map((text) => {
      const parsed = parseLabels(text);
      return parsed.ok ? parsed.value.map(String) : [];
    });
    const fits = groups.every(
      (group) => group.length > 0 && group.every((label) => proposal.labels.has(label)),
    );
    if (!fits) return [];
    const [first = [], second = []] = groups;
    const sides = new Map<string, Side>([
      ...first.map((label) => [label, 1] as const),
      ...second.map((label) => [label, -1] as const),
    ]);
    return [{ id, question, classes: `${first.join(', ')} against ${second.join(', ')}`, sides }];
  });
}
