import { useId, type KeyboardEvent } from 'react';
import { specIn, type SettingName } from '../../settings/schema.ts';
import { formatValue, parseTyped } from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { Along } from '../vary/Along.tsx';
import { Thumbs } from '../vary/Thumbs.tsx';
import { ValuesButton } from '../vary/ValuesButton.tsx';
import { controlLabel, describedBy, Field } from './Field.tsx';
import { OneThumb } from './OneThumb.tsx';
import { useTyped } from './useTyped.ts';

/** Characters above which a value has a wider field: a billion has 13. */
const LONG = 9;

interface NumberControlProps {
  readonly name: SettingName;
  readonly spec: NumberSpec;
  readonly value: number;
  /** Undefined where the setting is not varied. */
  readonly axis: Axis | undefined;
  readonly problem: Problem | null;
}

/**
 * A slider, and the value, which can be typed. Where the setting is varied, a thumb for each value; the field has the one
 * in front, and what is typed there survives that.
 */
export function NumberControl({ name, spec, value, axis, problem }: NumberControlProps) {
  const id = useId();
  const release = useSettings((state) => state.release);
  const change = (next: number, held = false): void =>
    useSettings.getState().change({ [name]: next }, { held });
  const { typed, refusal, setTyped, commit, discard } = useTyped(
    name,
    value,
    // What its slider does not reach is judged together with the other settings.
    (text) => {
      const { settings } = useSettings.getState();
      return parseTyped(specIn(name, settings) as NumberSpec, text, settings);
    },
    (parsed) => {
      change(parsed);
      release();
    },
  );
  const onInputKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      discard();
    }
  };
  const shown = refusal === null ? problem : { message: refusal, severity: 'error' as const };
  const description = describedBy(id, shown !== null);

  return (
    <Field
      id={id}
      name={name}
      spec={spec}
      problem={shown}
      aside={
        <>
          <input
            className="number-input"
            data-long={formatValue(spec, value).length > LONG ? '' : undefined}
            inputMode={spec.kind === 'integer' ? 'numeric' : 'text'}
            autoComplete="off"
            spellCheck={false}
            aria-label={`${controlLabel(spec)}, typed value`}
            aria-describedby={description}
            aria-invalid={shown?.severity === 'error' ? true : undefined}
            value={typed ?? formatValue(spec, value)}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={commit}
            onKeyDown={onInputKey}
          />
          {axis !== undefined && <ValuesButton spec={spec} axis={axis} />}
        </>
      }
    >
      {axis === undefined ? (
        <OneThumb spec={spec} value={value} description={description} onChange={change} onRelease={release} />
      ) : (
        <>
          <Thumbs spec={spec} axis={axis} description={description} />
          <Along axis={axis} />
        </>
      )}
    </Field>
  );
}
