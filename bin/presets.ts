import { encodeLink } from '../src/settings/link.ts';
import { PRESETS, studyOf, type Preset } from '../src/settings/presets.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import type { Output } from './output.ts';

/** Prints the presets in the menu's order: a line each, or as JSON. */
export function listPresets(json: boolean, { out }: Output): void {
  if (json) out(JSON.stringify(PRESETS.map(asJson), null, 2));
  else for (const { id, question, source } of PRESETS) out(`${id.padEnd(28)} ${question} (${source})`);
}

const asJson = (preset: Preset): Readonly<Record<string, unknown>> => ({
  id: preset.id,
  question: preset.question,
  source: preset.source,
  settings: preset.settings,
  axes: preset.axes ?? [],
  link: `#${encodeLink({ study: studyOf(preset), view: { ...DEFAULT_VIEW, ...preset.view } })}`,
});
