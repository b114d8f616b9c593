import { useState } from 'react';
import { pointing } from '../../charts/hooks/pointing.ts';
import {
  SETTING_GROUPS,
  SETTING_NAMES,
  SETTINGS,
  type SettingGroup,
  type SettingName,
} from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { ControlGroup } from './ControlGroup.tsx';
import { controlLabel } from './Field.tsx';
import { useProblems } from './useProblems.ts';
import './controls.css';

/** What of a group comes first, where that is not the table's order. */
const FIRST: Partial<Record<SettingGroup['id'], readonly SettingName[]>> = {
  training: ['eta', 'sigma0', 'epochs'],
};

const SPECS = SETTING_NAMES.map((name): SettingSpec => SETTINGS[name]);

/** The setting whose control an element belongs to. */
function settingAt(target: EventTarget): SettingSpec | null {
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-setting]') : null;
  return SPECS.find(({ key }) => key === field?.dataset['setting']) ?? null;
}

/** The sentence about the setting under the pointer or in focus, always in the same place. */
function SettingHelp({ spec }: { readonly spec: SettingSpec | null }) {
  return (
    <p className="setting-help" aria-hidden>
      {spec === null ? (
        `${pointing()} a setting to read what it is.`
      ) : (
        <>
          <strong>
            <Symbols text={controlLabel(spec)} />
          </strong>{' '}
          <Symbols text={spec.help} />
        </>
      )}
    </p>
  );
}

/** All settings that have an effect, from the table, grouped as people think. */
export function Controls() {
  const problems = useProblems();
  const [explained, setExplained] = useState<SettingSpec | null>(null);

  return (
    <div
      className="controls"
      onFocus={(event) => setExplained(settingAt(event.target) ?? explained)}
      onPointerOver={(event) => setExplained(settingAt(event.target) ?? explained)}
    >
      {SETTING_GROUPS.map((group) => (
        <ControlGroup key={group.id} group={group} problems={problems} first={FIRST[group.id]} />
      ))}
      <SettingHelp spec={explained} />
    </div>
  );
}
