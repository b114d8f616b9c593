import { Settings2 } from 'lucide-react';
import { specIn, type SettingName } from '../../settings/schema.ts';
import { useSettings } from '../../state/settings.ts';
import { sliderOfTheMoment, sliders, useStage } from '../../state/stage.ts';
import { controlLabel } from '../controls/Field.tsx';
import { SettingControl } from '../controls/SettingControl.tsx';
import { useProblems } from '../controls/useProblems.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/Icon.tsx';
import './one-slider.css';

interface OneSliderProps {
  readonly onOpenAll: () => void;
}

/** On a phone: the slider that was touched last, under the chart; another is chosen by its name. */
export function OneSlider({ onOpenAll }: OneSliderProps) {
  const settings = useSettings((state) => state.settings);
  const touched = useStage((stage) => stage.touched);
  const set = useStage((stage) => stage.set);
  const problems = useProblems();
  const name = sliderOfTheMoment(touched, settings);
  if (name === null) return null;
  return (
    <section className="dock-one" aria-label="Slider">
      <div className="dock-one-head">
        <Choice
          label="Setting of the slider"
          value={name}
          options={sliders(settings).map((each) => ({
            value: each,
            label: controlLabel(specIn(each, settings)),
          }))}
          onChange={(next) => set({ touched: next as SettingName })}
        />
        <button type="button" className="button dock-all" onClick={onOpenAll}>
          <Icon of={Settings2} size="1.125rem" /> All settings
        </button>
      </div>
      <SettingControl
        key={name}
        name={name}
        problem={problems.find((problem) => problem.key === name) ?? null}
      />
    </section>
  );
}
