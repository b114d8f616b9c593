import type { KeyboardEvent } from 'react';
import { formatValue, parseTyped } from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Problem } from '../../settings/validate.ts';
import { controlLabel } from './Field.tsx';
import { useTyped } from './useTyped.ts';

interface NumberTyped {
  /** What is wrong: with what was typed, or else with the value. */
  readonly shown: Pick<Problem, 'message' | 'severity'> | null;
  /** The field, described by these ids. */
  input(description: string): React.ReactElement;
}

/** The value of a number as a field in which another can be typed. */
export function useNumberInput(
  spec: NumberSpec,
  value: number,
  problem: Problem | null,
  onCommit: (value: number) => void,
): NumberTyped {
  const { typed, refusal, setTyped, commit, discard } = useTyped(
    value,
    (text) => parseTyped(spec, text),
    onCommit,
  );
  const shown = refusal === null ? problem : { message: refusal, severity: 'error' as const };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      discard();
    }
  };
  return {
    shown,
    input: (description) => (
      <input
        className="number-input"
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
        onKeyDown={onKey}
      />
    ),
  };
}
