import { useState } from 'react';
import { pointing } from '../../charts/hooks/pointing.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../settings/schema.ts';
import type { Group, SettingSpec } from '../../settings/spec.ts';
import { ControlGroup } from './ControlGroup.tsx';
import { controlLabel } from './Field.tsx';
import { useProblems } from './useProblems.ts';
import './controls.css';

interface GroupOfControls {
  readonly id: Group;
  readonly title: string;
  readonly first?: readonly SettingName[];
}

const GROUPS: readonly GroupOfControls[] = [
  { id: 'network', title: 'Network' },
  { id: 'data', title: 'Data' },
  { id: 'training', title: 'Training', first: ['eta', 'sigma0', 'epochs'] },
  { id: 'regularisation', title: 'Regularisation' },
  { id: 'runs', title: 'Runs' },
];

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
          <strong>{controlLabel(spec)}</strong> {spec.help}
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
      {GROUPS.map(({ id, title, first }) => (
        <ControlGroup key={id} id={id} title={title} problems={problems} first={first} />
      ))}
      <SettingHelp spec={explained} />
    </div>
  );
}
