import { Slider } from '@base-ui/react/slider';
import type { KeyboardEvent } from 'react';
import { holdTouch } from '../../charts/hooks/hold-touch.ts';
import { formatValue, fromPosition, nudge, POSITIONS, toPosition } from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import { controlLabel } from './Field.tsx';
import { SLIDER_KEYS } from './slider-keys.ts';

interface OneThumbProps {
  readonly spec: NumberSpec;
  readonly value: number;
  readonly description: string;
  /** `held`: the pointer is still down, so more changes of the same gesture may come. */
  readonly onChange: (value: number, held: boolean) => void;
  readonly onRelease: () => void;
}

/** A slider on the setting's own scale. */
export function OneThumb({ spec, value, description, onChange, onRelease }: OneThumbProps) {
  const onKey = (event: KeyboardEvent): void => {
    const [direction, large] = SLIDER_KEYS[event.key] ?? [];
    if (direction === undefined) return;
    // The slider would step by positions, to values nobody would type.
    event.preventDefault();
    event.stopPropagation();
    onChange(nudge(spec, value, direction, large === true || event.shiftKey), false);
  };
  return (
    <Slider.Root
      min={0}
      max={POSITIONS}
      value={toPosition(spec, value)}
      onValueChange={(position, { reason }) => onChange(fromPosition(spec, position), reason !== 'keyboard')}
      onValueCommitted={onRelease}
      onKeyDownCapture={onKey}
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
  );
}
