import { useId } from 'react';
import type { SettingName } from '../../settings/schema.ts';
import type { FlagSpec } from '../../settings/spec.ts';
import type { Problem } from '../../settings/validate.ts';
import { controlLabel, describedBy, Field } from './Field.tsx';

interface FlagControlProps {
  readonly name: SettingName;
  readonly spec: FlagSpec;
  readonly value: boolean;
  readonly problem: Problem | null;
  readonly onChange: (value: boolean) => void;
}

export function FlagControl({ name, spec, value, problem, onChange }: FlagControlProps) {
  const id = useId();
  return (
    <Field
      id={id}
      name={name}
      spec={spec}
      problem={problem}
      aside={
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={value}
          onChange={({ target }) => onChange(target.checked)}
          aria-label={controlLabel(spec)}
          aria-describedby={describedBy(id, problem !== null)}
        />
      }
    />
  );
}
