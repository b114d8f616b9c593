import { PRESETS, presetOf, settingsOf } from '../../settings/presets.ts';
import { DEFAULT_VIEW } from '../../settings/view.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { Choice } from '../parts/Choice.tsx';
import { playFromStart } from '../player/transport.ts';

const CUSTOM = '';
const OPTIONS = PRESETS.map(({ id, question, source }) => ({ value: id, label: question, help: source }));

/** Chooses one of the papers' experiments; shows "Your own settings" once something was changed. */
export function PresetMenu() {
  const settings = useSettings((state) => state.settings);
  const preset = presetOf(settings);

  const choose = (id: string): void => {
    const chosen = PRESETS.find((candidate) => candidate.id === id);
    if (chosen === undefined) return;
    const { timeAxis, stableRankAxis, headline, rows } = { ...DEFAULT_VIEW, ...chosen.view };
    const next = settingsOf(chosen, settings.file);
    useView.getState().set({ timeAxis, stableRankAxis, headline, rows, run: 0 });
    useSettings.getState().change(next);
    usePlayer.getState().set(playFromStart(next.epochs));
  };

  return (
    <Choice
      className="preset"
      label="Experiment"
      value={preset?.id ?? CUSTOM}
      options={preset === null ? [{ value: CUSTOM, label: 'Your own settings' }, ...OPTIONS] : OPTIONS}
      onChange={choose}
    />
  );
}
