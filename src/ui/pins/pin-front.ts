import { addPin } from '../../settings/study/edit.ts';
import { MAX_PINS, sameSettings } from '../../settings/study/study.ts';
import { useSettings } from '../../state/settings.ts';
import { notify } from '../parts/notices.ts';

/** Keeps what is in front on every chart; says why where it does not. */
export function pinFront(): void {
  const { study, edit } = useSettings.getState();
  const same = study.pins.findIndex(({ settings }) => sameSettings(settings, study.base));
  if (same >= 0) {
    notify({
      title: 'This is pinned already',
      description:
        'What is in front and the pin are the same run: change a setting, and the pin stays as it is.',
    });
  } else if (study.pins.length >= MAX_PINS) {
    notify({
      title: `${MAX_PINS} runs are pinned already`,
      description: `A study keeps at most ${MAX_PINS} pins: remove one first.`,
    });
  } else edit(addPin);
}
