import { PRESETS, presetOf, settingsOf, studyOf } from '../../settings/presets.ts';
import { viewOfPreset } from '../../settings/view.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { playFromStart } from '../player/transport.ts';

/** Puts a paper's experiment on the page, with its own view, from the start. */
export function choosePreset(id: string): void {
  const chosen = PRESETS.find((candidate) => candidate.id === id);
  if (chosen === undefined) return;
  const { settings, edit } = useSettings.getState();
  // What comes with the page is its own experiment's.
  const isShipped = PRESETS.some((preset) => preset.settings.file === settings.file);
  const study = studyOf(chosen, isShipped ? '' : settings.file);
  const next = study.base;
  const files = next.file === settings.file ? {} : { fileNames: '', fileSizes: '' };
  useView.getState().set({ ...viewOfPreset(chosen.view), ...files });
  edit(() => study);
  usePlayer.getState().set(playFromStart(next.epochs));
}

/** The experiment chosen last, from which to go on once its settings were changed. */
let lastChosen: string | undefined;

/** Goes to the next experiment of the list, or the one before, around at its ends; not to one that waits for a file. */
export function stepPreset(steps: 1 | -1): void {
  const { study, settings } = useSettings.getState();
  const presets = PRESETS.filter((preset) => {
    const { data, file } = settingsOf(preset, settings.file);
    return data !== 'dataset' || file !== '';
  });
  const from = presetOf(study)?.id ?? lastChosen;
  const at = presets.findIndex(({ id }) => id === from);
  // From nowhere, forward is the first and back is the last.
  const next = at < 0 && steps > 0 ? 0 : Math.max(at, 0) + steps + presets.length;
  lastChosen = presets[next % presets.length]!.id;
  choosePreset(lastChosen);
}
