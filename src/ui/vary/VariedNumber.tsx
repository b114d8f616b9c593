import { useId } from 'react';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { describedBy, Field } from '../controls/Field.tsx';
import { useNumberInput } from '../controls/useNumberInput.tsx';
import { Along } from './Along.tsx';
import { Thumbs } from './Thumbs.tsx';
import { ValuesButton } from './ValuesButton.tsx';

interface VariedNumberProps {
  readonly spec: NumberSpec;
  readonly axis: Axis;
  readonly problem: Problem | null;
}

/** A number that is varied: a thumb for each value, the one in front as a field, and all of them one press away. */
export function VariedNumber({ spec, axis, problem }: VariedNumberProps) {
  const id = useId();
  const study = useSettings((state) => state.study);
  const { shown, input } = useNumberInput(spec, Number(study.base[axis.setting]), problem, (value) => {
    const { change, release } = useSettings.getState();
    change({ [axis.setting]: value });
    release();
  });
  const description = describedBy(id, shown !== null);
  return (
    <Field
      id={id}
      name={axis.setting}
      spec={spec}
      problem={shown}
      aside={
        <>
          {input(description)}
          <ValuesButton spec={spec} axis={axis} />
        </>
      }
    >
      <Thumbs spec={spec} study={study} axis={axis} description={description} />
      <Along axis={axis} />
    </Field>
  );
}
