import { Switch } from '@base-ui/react/switch';
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
        <Switch.Root
          className="switch"
          checked={value}
          onCheckedChange={onChange}
          aria-label={controlLabel(spec)}
          aria-describedby={describedBy(id, problem !== null)}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      }
    />
  );
}
