import { useId } from 'react';
import { labelsInWords, typedLabels } from '../../settings/labels.ts';
import { checkValue, type Problem } from '../../settings/validate.ts';
import { SETTINGS } from '../../settings/schema.ts';
import { controlLabel, describedBy, Field } from './Field.tsx';
import { useTyped } from './useTyped.ts';

/** The settings that are typed as text. */
export type TextName = 'positive' | 'negative';

interface TextControlProps {
  readonly name: TextName;
  readonly value: string;
  readonly problem: Problem | null;
  readonly onChange: (value: string) => void;
}

/** A short text in a fixed form; what was typed stays, with the reason, while it does not have it. */
export function TextControl({ name, value, problem, onChange }: TextControlProps) {
  const id = useId();
  const spec = SETTINGS[name];
  const { typed, refusal, setTyped, commit } = useTyped(
    name,
    value,
    (text) => checkValue(name, typedLabels(text)),
    onChange,
  );
  const shown = refusal === null ? problem : { message: refusal, severity: 'error' as const };

  return (
    <Field
      id={id}
      name={name}
      spec={spec}
      problem={shown}
      aside={
        <input
          className="number-input"
          autoComplete="off"
          spellCheck={false}
          aria-label={controlLabel(spec)}
          aria-describedby={describedBy(id, shown !== null)}
          aria-invalid={shown?.severity === 'error' ? true : undefined}
          value={typed ?? labelsInWords(value)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      }
    />
  );
}
