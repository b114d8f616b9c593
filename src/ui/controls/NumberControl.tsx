import { Slider } from '@base-ui/react/slider';
import { useId, type KeyboardEvent } from 'react';
import { holdTouch } from '../../charts/hooks/hold-touch.ts';
import {
  formatValue,
  fromPosition,
  nudge,
  parseTyped,
  POSITIONS,
  toPosition,
} from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { controlLabel, describedBy, Field } from './Field.tsx';
import { useTyped } from './useTyped.ts';

interface NumberControlProps {
  readonly spec: NumberSpec;
  readonly value: number;
  readonly problem: Problem | null;
  /** `held`: the pointer is still down, so more changes of the same gesture may come. */
  readonly onChange: (value: number, held: boolean) => void;
  readonly onRelease: () => void;
}

/** Keys that move a slider: direction, and whether by a large step. */
const KEYS: Readonly<Record<string, readonly [direction: 1 | -1, large: boolean]>> = {
  ArrowUp: [1, false],
  ArrowRight: [1, false],
  ArrowDown: [-1, false],
  ArrowLeft: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};

/** A slider on the setting's own scale, and the value, which can be typed. */
export function NumberControl({ spec, value, problem, onChange, onRelease }: NumberControlProps) {
  const id = useId();
  const { typed, refusal, setTyped, commit, discard } = useTyped(
    value,
    (text) => parseTyped(spec, text, useSettings.getState().settings),
    (parsed) => {
      onChange(parsed, false);
      onRelease();
    },
  );
  const onInputKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      discard();
    }
  };
  const onSliderKey = (event: KeyboardEvent): void => {
    const [direction, large] = KEYS[event.key] ?? [];
    if (direction === undefined) return;
    // The slider would step by positions, to values nobody would type.
    event.preventDefault();
    event.stopPropagation();
    onChange(nudge(spec, value, direction, large === true || event.shiftKey), false);
  };

  const label = controlLabel(spec);
  const shown = refusal === null ? problem : { message: refusal, severity: 'error' as const };
  const description = describedBy(id, shown !== null);

  return (
    <Field
      id={id}
      spec={spec}
      problem={shown}
      aside={
        <input
          className="number-input"
          inputMode={spec.kind === 'integer' ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          aria-label={`${label}, typed value`}
          aria-describedby={description}
          aria-invalid={shown?.severity === 'error' ? true : undefined}
          value={typed ?? formatValue(spec, value)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={commit}
          onKeyDown={onInputKey}
        />
      }
    >
      <Slider.Root
        min={0}
        max={POSITIONS}
        value={toPosition(spec, value)}
        onValueChange={(position, { reason }) =>
          onChange(fromPosition(spec, position), reason !== 'keyboard')
        }
        onValueCommitted={onRelease}
        onKeyDownCapture={onSliderKey}
      >
        <Slider.Control className="slider" ref={holdTouch}>
          <Slider.Track className="slider-track">
            <Slider.Indicator className="slider-filled" />
            <Slider.Thumb
              className="slider-thumb"
              aria-label={label}
              aria-describedby={description}
              getAriaValueText={() => formatValue(spec, value)}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </Field>
  );
}
