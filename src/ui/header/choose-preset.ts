import { PRESETS, presetOf, settingsOf } from '../../settings/presets.ts';
import { DEFAULT_VIEW } from '../../settings/view.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { playFromStart } from '../player/transport.ts';

/** Puts a paper's experiment on the page, with its own view, from the start. */
export function choosePreset(id: string): void {
  const chosen = PRESETS.find((candidate) => candidate.id === id);
  if (chosen === undefined) return;
  const { settings, change } = useSettings.getState();
  const { timeAxis, stableRankAxis } = { ...DEFAULT_VIEW, ...chosen.view };
  const next = settingsOf(chosen, settings.file);
  useView.getState().set({ timeAxis, stableRankAxis, run: 0 });
  change(next);
  usePlayer.getState().set(playFromStart(next.epochs));
}

/** The experiment chosen last, from which to go on once its settings were changed. */
let lastChosen = 0;

/** Goes to the next experiment of the list, or the one before; around at its ends. */
export function stepPreset(steps: 1 | -1): void {
  const current = presetOf(useSettings.getState().settings);
  if (current !== null) lastChosen = PRESETS.findIndex(({ id }) => id === current.id);
  lastChosen = (lastChosen + steps + PRESETS.length) % PRESETS.length;
  choosePreset(PRESETS[lastChosen]!.id);
}
