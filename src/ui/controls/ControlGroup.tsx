import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { SETTINGS, type SettingGroup, type SettingName } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { appliesInStudy } from '../../settings/study/study.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { BandControl } from './BandControl.tsx';
import { mayBeFolded } from './less-used.ts';
import { SettingControl } from './SettingControl.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useTurn } from '../parts/useTurn.ts';

interface ControlGroupProps {
  readonly group: SettingGroup;
  readonly problems: readonly Problem[];
  /** Settings that come before the others. */
  readonly first?: readonly SettingName[] | undefined;
}

/** The settings of a group that have an effect; those that are seldom touched are folded away. */
export function ControlGroup({ group, problems, first = [] }: ControlGroupProps) {
  const { id, title } = group;
  const study = useSettings((state) => state.study);
  const settings = study.base;
  const [unfolded, setUnfolded] = useState(false);
  const ready = useTurn();
  const more = useId();
  const names = [...first, ...group.names.filter((name) => !first.includes(name))].filter((name) => {
    const { appliesTo }: SettingSpec = SETTINGS[name];
    return appliesInStudy(study, appliesTo);
  });
  const problemOf = (name: SettingName): Problem | null => problems.find(({ key }) => key === name) ?? null;
  const folded = names.filter((name) => mayBeFolded(name, settings) && problemOf(name) === null);
  // A slider is dear, and the settings have a dozen.
  if (!ready) return null;
  const control = (name: SettingName) => <SettingControl key={name} name={name} problem={problemOf(name)} />;

  return (
    <section className="control-group" aria-labelledby={`group-${id}`}>
      <div className="control-group-head">
        <h2 id={`group-${id}`}>{title}</h2>
        {folded.length > 0 && (
          <button
            type="button"
            className="control-more"
            aria-expanded={unfolded}
            aria-controls={more}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? 'Fewer' : `${folded.length} more`}
            <span className="visually-hidden"> settings: {title}</span>
            <Icon of={ChevronDown} size="0.875rem" />
          </button>
        )}
      </div>
      {names.filter((name) => !folded.includes(name)).map(control)}
      {id === 'runs' && settings.runs > 1 && <BandControl />}
      <div id={more} className="control-folded" hidden={!unfolded}>
        {unfolded && folded.map(control)}
      </div>
    </section>
  );
}
