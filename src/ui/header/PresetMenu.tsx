import { ChevronsUpDown } from 'lucide-react';
import { PRESETS, presetOf, settingsOf } from '../../settings/presets.ts';
import { DEFAULT_VIEW } from '../../settings/view.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { useTakeover } from '../parts/useTakeover.ts';
import { playFromStart } from '../player/transport.ts';
import { OWN_SETTINGS } from './preset-words.ts';

/** Opens one of the papers' experiments. */
function choose(id: string): void {
  const chosen = PRESETS.find((candidate) => candidate.id === id);
  if (chosen === undefined) return;
  const { timeAxis, stableRankAxis, headline, rows } = { ...DEFAULT_VIEW, ...chosen.view };
  const next = settingsOf(chosen, useSettings.getState().settings.file);
  useView.getState().set({ timeAxis, stableRankAxis, headline, rows, run: 0 });
  useSettings.getState().change(next);
  usePlayer.getState().set(playFromStart(next.epochs));
}

/** The question that is on screen, and the list of all of them; "Your own settings" once something was changed. */
export function PresetMenu() {
  const { parts, asked, id, standIn } = useTakeover();
  const preset = useSettings((state) => presetOf(state.settings));
  if (parts !== null) {
    return <parts.PresetSelect id={id} defaultOpen={asked} value={preset?.id ?? null} onChange={choose} />;
  }
  return (
    <button
      {...standIn}
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      className="choice preset"
      aria-label="Experiment"
    >
      <span className="choice-value">{preset?.question ?? OWN_SETTINGS}</span>
      <span className="choice-icon" aria-hidden>
        <ChevronsUpDown aria-hidden size="0.875rem" />
      </span>
    </button>
  );
}
