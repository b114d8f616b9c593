import { useState } from 'react';
import { pointing } from '../../charts/hooks/pointing.ts';
import {
  SETTING_GROUPS,
  SETTING_NAMES,
  SETTINGS,
  specIn,
  type SettingGroup,
  type SettingName,
} from '../../settings/schema.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { ControlGroup } from './ControlGroup.tsx';
import { controlLabel } from './Field.tsx';
import { helpChunk, useHelp } from './help.ts';
import { useProblems } from './useProblems.ts';
import './controls.css';

/** What of a group comes first, where that is not the table's order. */
const FIRST: Partial<Record<SettingGroup['id'], readonly SettingName[]>> = {
  training: ['eta', 'sigma0', 'epochs'],
};

/** The setting whose control an element belongs to. */
function settingAt(target: EventTarget): SettingName | null {
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-setting]') : null;
  return SETTING_NAMES.find((name) => SETTINGS[name].key === field?.dataset['setting']) ?? null;
}

/** The sentence about the setting under the pointer or in focus, always in the same place. */
function SettingHelp({ name }: { readonly name: SettingName | null }) {
  return (
    <p className="setting-help" aria-hidden>
      {name === null ? `${pointing()} a setting to read what it is.` : <Explained name={name} />}
    </p>
  );
}

function Explained({ name }: { readonly name: SettingName }) {
  const help = useHelp(name);
  const label = useSettings(({ settings }) => controlLabel(specIn(name, settings)));
  return (
    <>
      <strong>
        <Symbols text={label} />
      </strong>{' '}
      <Symbols text={help?.text ?? ''} />
    </>
  );
}

/** All settings that have an effect, from the table, grouped as people think. */
export function Controls() {
  const problems = useProblems();
  const [explained, setExplained] = useState<SettingName | null>(null);
  const explain = ({ target }: { readonly target: EventTarget }): void => {
    void helpChunk.load();
    setExplained(settingAt(target) ?? explained);
  };

  return (
    <div className="controls" onFocus={explain} onPointerOver={explain}>
      {SETTING_GROUPS.map((group) => (
        <ControlGroup key={group.id} group={group} problems={problems} first={FIRST[group.id]} />
      ))}
      <SettingHelp name={explained} />
    </div>
  );
}
