import { Undo2 } from 'lucide-react';
import { PRESETS, studyOf } from '../../settings/presets.ts';
import { obstacleOf } from '../../state/compute.ts';
import { useSettings } from '../../state/settings.ts';
import { Icon } from '../parts/Icon.tsx';

/** To the last settings that could be run; where there are none, to the first experiment. */
export function GoBack() {
  const { past, edit } = useSettings();
  const good = [...past].reverse().find((study) => obstacleOf(study) === null);
  const first = PRESETS[0]!;
  return (
    <button type="button" className="button" onClick={() => edit(() => good ?? studyOf(first))}>
      <Icon of={Undo2} size="1rem" />
      {good === undefined ? `Open “${first.question}”` : 'Back to the last that could'}
    </button>
  );
}
