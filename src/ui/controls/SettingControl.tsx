import { memo } from 'react';
import { sliderEnd } from '../../settings/long-run.ts';
import { SETTINGS, specIn, type SettingName, type Settings } from '../../settings/schema.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { useChunk } from '../parts/chunk.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { theoryChunk } from '../theory/chunk.ts';
import { FileControl } from './FileControl.tsx';
import { ChoiceControl } from './ChoiceControl.tsx';
import { FlagControl } from './FlagControl.tsx';
import { noteOf } from './notes.ts';
import { NumberControl } from './NumberControl.tsx';
import { VariedChoice } from '../vary/VariedChoice.tsx';
import { TextControl, type TextName } from './TextControl.tsx';

interface SettingControlProps {
  readonly name: SettingName;
  readonly problem: Problem | null;
}

/** The control of a setting, by its kind in the table, and under it what its value means: by a theorem, or in time. */
export const SettingControl = memo(function SettingControl(props: SettingControlProps) {
  const note = useSettings(({ settings }) => noteOf(props.name, settings));
  if (props.name === 'logTime') return <FlowEnd {...props} />;
  if (note === '') return <Control {...props} />;
  return (
    <div className="field-with-note">
      <Control {...props} />
      <p className="field-note">
        <Symbols text={note} />
      </p>
    </div>
  );
});

/** Under the end of the flow ∞, whose place is kept before its code is there. */
function FlowEnd(props: SettingControlProps) {
  const { parts } = useChunk(theoryChunk);
  return (
    <div className="field-with-note">
      <Control {...props} />
      <div className="flow-end">{parts !== null && <parts.GoOnRow />}</div>
    </div>
  );
}

function Control({ name, problem }: SettingControlProps) {
  const called = useSettings(({ settings }) => specIn(name, settings).name);
  const spec = { ...SETTINGS[name], name: called };
  const axis = useSettings(({ study }) => study.axes.find(({ setting }) => setting === name));
  const value = useSettings((state) => state.settings[name]);
  const change = useSettings((state) => state.change);
  const end = useSettings(({ settings }) => ('max' in spec ? sliderEnd(name, spec, settings) : 0));
  // Each control hands back a value of its own setting's kind.
  const set = (next: Settings[SettingName]): void => change({ [name]: next });

  switch (spec.kind) {
    case 'real':
    case 'integer':
      return (
        <NumberControl
          name={name}
          spec={{ ...spec, max: end }}
          value={Number(value)}
          axis={axis}
          problem={problem}
        />
      );
    case 'choice':
      if (axis !== undefined) return <VariedChoice spec={spec} axis={axis} problem={problem} />;
      return <ChoiceControl name={name} spec={spec} value={String(value)} problem={problem} onChange={set} />;
    case 'flag':
      if (axis !== undefined) return <VariedChoice spec={spec} axis={axis} problem={problem} />;
      return <FlagControl name={name} spec={spec} value={value === true} problem={problem} onChange={set} />;
    case 'text':
      if (name === 'file') return <FileControl problem={problem} />;
      // How the file is read is chosen where it is seen.
      if (name === 'reading') return null;
      return <TextControl name={name as TextName} value={String(value)} problem={problem} onChange={set} />;
  }
}
