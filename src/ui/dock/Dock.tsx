import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { specIn, type SettingName } from '../../settings/schema.ts';
import { useSettings } from '../../state/settings.ts';
import { dockedSliders, MOST_DOCKED, sliders, toggledSlider, useStage } from '../../state/stage.ts';
import { controlLabel } from '../controls/Field.tsx';
import { SettingControl } from '../controls/SettingControl.tsx';
import { useProblems } from '../controls/useProblems.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import './dock.css';

/** The sliders chosen for the occasion, at the edge of the charts that they change. */
export function Dock() {
  const settings = useSettings((state) => state.settings);
  const docked = dockedSliders(
    useStage((stage) => stage.docked),
    settings,
  );
  const problems = useProblems();
  return (
    <section className="dock" aria-label="Sliders" onPointerUp={letKeysGo}>
      {docked.map((name) => (
        <SettingControl
          key={name}
          name={name}
          problem={problems.find((problem) => problem.key === name) ?? null}
        />
      ))}
      <DockChoice docked={docked} />
    </section>
  );
}

/** After a drag the keys are the player's and the presenter's again, not the slider's. */
function letKeysGo(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && focused.type === 'range') focused.blur();
}

/** Which sliders are docked: a list to tick, at most four. */
function DockChoice({ docked }: { readonly docked: readonly SettingName[] }) {
  const id = useId();
  const settings = useSettings((state) => state.settings);
  const set = useStage((stage) => stage.set);
  return (
    <>
      <IconButton
        icon={SlidersHorizontal}
        className="dock-choose"
        label="Choose sliders"
        aria-haspopup="dialog"
        popoverTarget={id}
      />
      <div id={id} popover="auto" role="dialog" aria-label="Choose sliders" className="popup dock-list">
        <p>At most {MOST_DOCKED} sliders stay beside the charts.</p>
        {sliders(settings).map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={docked.includes(name)}
              disabled={docked.length >= MOST_DOCKED && !docked.includes(name)}
              onChange={() => set({ docked: toggledSlider(docked, name) })}
            />
            <Symbols text={controlLabel(specIn(name, settings))} />
          </label>
        ))}
      </div>
    </>
  );
}
