import { Split } from 'lucide-react';
import { SETTINGS } from '../../settings/schema.ts';
import type { AxisName } from '../../settings/study/axis.ts';
import { fix, vary } from '../../settings/study/edit.ts';
import { MAX_AXES, type Study } from '../../settings/study/study.ts';
import { firstValues } from '../../settings/study/suggest.ts';
import { shortName } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { notify } from '../parts/notices.ts';

/** ⋔: varies a setting, from values around what is in front; pressed again, it is fixed at what is in front. */
export function VaryButton({ name }: { readonly name: AxisName }) {
  const varied = useSettings(({ study }) => isVaried(study, name));
  return (
    <IconButton
      icon={Split}
      className="vary-button"
      label={`Vary ${shortName(SETTINGS[name])}`}
      aria-pressed={varied}
      onClick={() => toggle(name)}
    />
  );
}

const isVaried = ({ axes }: Study, name: AxisName): boolean => axes.some(({ setting }) => setting === name);

function toggle(name: AxisName): void {
  const { study, edit } = useSettings.getState();
  if (isVaried(study, name)) {
    edit((before) => fix(before, name));
  } else if (study.axes.length < MAX_AXES) {
    edit((before) => vary(before, name, firstValues(before, name)));
  } else {
    const taken = study.axes.map(({ setting }) => shortName(SETTINGS[setting])).join(' and ');
    notify({
      title: `${shortName(SETTINGS[name])} is not varied`,
      description: `${taken} are varied already, and a study varies at most ${MAX_AXES} settings: fix one of them first.`,
    });
  }
}
