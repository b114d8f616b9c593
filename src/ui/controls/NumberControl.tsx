import { Slider } from '@base-ui/react/slider';
import { useId, type KeyboardEvent } from 'react';
import { holdTouch } from '../../charts/hooks/hold-touch.ts';
import { formatValue, fromPosition, nudge, POSITIONS, toPosition } from '../../settings/slider.ts';
import type { SettingName } from '../../settings/schema.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Problem } from '../../settings/validate.ts';
import { controlLabel, describedBy, Field } from './Field.tsx';
import { SLIDER_KEYS } from './slider-keys.ts';
import { useNumberInput } from './useNumberInput.tsx';

interface NumberControlProps {
  readonly name: SettingName;
  readonly spec: NumberSpec;
  readonly value: number;
  readonly problem: Problem | null;
  /** `held`: the pointer is still down, so more changes of the same gesture may come. */
  readonly onChange: (value: number, held: boolean) => void;
  readonly onRelease: () => void;
}

/** A slider on the setting's own scale, and the value, which can be typed. */
export function NumberControl({ name, spec, value, problem, onChange, onRelease }: NumberControlProps) {
  const id = useId();
  const { shown, input } = useNumberInput(spec, value, problem, (typed) => {
    onChange(typed, false);
    onRelease();
  });
  const onSliderKey = (event: KeyboardEvent): void => {
    const [direction, large] = SLIDER_KEYS[event.key] ?? [];
    if (direction === undefined) return;
    // The slider would step by positions, to values nobody would type.
    event.preventDefault();
    event.stopPropagation();
    onChange(nudge(spec, value, direction, large === true || event.shiftKey), false);
  };
  const description = describedBy(id, shown !== null);

  return (
    <Field id={id} name={name} spec={spec} problem={shown} aside={input(description)}>
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
              aria-label={controlLabel(spec)}
              aria-describedby={description}
              getAriaValueText={() => formatValue(spec, value)}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </Field>
  );
}
