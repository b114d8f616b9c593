import { PRESETS, presetOf } from '../../settings/presets.ts';
import { useSettings } from '../../state/settings.ts';
import { Choice } from '../parts/Choice.tsx';
import { choosePreset } from './choose-preset.ts';

const CUSTOM = '';
const OPTIONS = PRESETS.map(({ id, question, source }) => ({ value: id, label: question, help: source }));

/** Chooses one of the papers' experiments; shows "Your own settings" once something was changed. */
export function PresetMenu() {
  const settings = useSettings((state) => state.settings);
  const preset = presetOf(settings);

  return (
    <Choice
      className="preset"
      label="Experiment"
      value={preset?.id ?? CUSTOM}
      options={preset === null ? [{ value: CUSTOM, label: 'Your own settings' }, ...OPTIONS] : OPTIONS}
      onChange={choosePreset}
    />
  );
}
