import { useId } from 'react';
import type { ChoiceSpec, FlagSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { controlLabel, describedBy, Field } from '../controls/Field.tsx';
import { Along } from './Along.tsx';
import { Ticks } from './Ticks.tsx';

interface VariedChoiceProps {
  readonly spec: ChoiceSpec | FlagSpec;
  readonly axis: Axis;
  readonly problem: Problem | null;
}

const YES_AND_NO = [
  { value: false, label: 'No' },
  { value: true, label: 'Yes' },
] as const;

/** A choice or flag that is varied: its options to tick. */
export function VariedChoice({ spec, axis, problem }: VariedChoiceProps) {
  const id = useId();
  const study = useSettings((state) => state.study);
  return (
    <Field id={id} name={axis.setting} spec={spec} problem={problem}>
      <Ticks
        label={controlLabel(spec)}
        description={describedBy(id, problem !== null)}
        study={study}
        axis={axis}
        options={spec.kind === 'flag' ? YES_AND_NO : spec.options}
      />
      <Along axis={axis} />
    </Field>
  );
}
