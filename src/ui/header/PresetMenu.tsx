import { ChevronsUpDown } from 'lucide-react';
import { presetOf } from '../../settings/presets.ts';
import { useSettings } from '../../state/settings.ts';
import { useTakeover } from '../parts/useTakeover.ts';
import { choosePreset } from './choose-preset.ts';
import { OWN_SETTINGS } from './preset-words.ts';
import { Icon } from '../parts/Icon.tsx';

/** The question that is on screen, and the list of all of them; "Your own settings" once something was changed. */
export function PresetMenu() {
  const { parts, asked, id, standIn } = useTakeover();
  const preset = useSettings((state) => presetOf(state.study));
  if (parts !== null) {
    return (
      <parts.PresetSelect id={id} defaultOpen={asked} value={preset?.id ?? null} onChange={choosePreset} />
    );
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
        <Icon of={ChevronsUpDown} size="0.875rem" />
      </span>
    </button>
  );
}
