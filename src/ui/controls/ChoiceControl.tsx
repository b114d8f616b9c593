import { useId } from 'react';
import type { SettingName } from '../../settings/schema.ts';
import type { ChoiceSpec } from '../../settings/spec.ts';
import type { Problem } from '../../settings/validate.ts';
import { Choice } from '../parts/Choice.tsx';
import { controlLabel, describedBy, Field } from './Field.tsx';
import { useHelp } from './help.ts';

interface ChoiceControlProps {
  readonly name: SettingName;
  readonly spec: ChoiceSpec;
  readonly value: string;
  readonly problem: Problem | null;
  readonly onChange: (value: string) => void;
}

export function ChoiceControl({ name, spec, value, problem, onChange }: ChoiceControlProps) {
  const id = useId();
  const help = useHelp(name);
  return (
    <Field id={id} name={name} spec={spec} problem={problem}>
      <Choice
        label={controlLabel(spec)}
        value={value}
        options={spec.options.map(({ value, label }) => ({ value, label, help: help?.options?.[value] }))}
        onChange={onChange}
        describedBy={describedBy(id, problem !== null)}
        invalid={problem?.severity === 'error'}
      />
    </Field>
  );
}
