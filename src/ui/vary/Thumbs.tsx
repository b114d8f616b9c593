import { Slider } from '@base-ui/react/slider';
import { useRef, type KeyboardEvent } from 'react';
import { holdTouch } from '../../charts/hooks/hold-touch.ts';
import { formatValue, fromPosition, POSITIONS, toPosition } from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { sortAxis } from '../../settings/study/edit.ts';
import { frontOf } from '../../settings/study/study.ts';
import { useSettings } from '../../state/settings.ts';
import { controlLabel } from '../controls/Field.tsx';
import { SLIDER_KEYS } from '../controls/slider-keys.ts';
import { lookOfValue } from './look.ts';
import { bySize, dragValue, frontValue, nextFree, placeValue } from './move.ts';
import { ThumbMark } from './ThumbMark.tsx';

interface ThumbsProps {
  readonly spec: NumberSpec;
  readonly axis: Axis;
  readonly description: string;
}

/**
 * A slider with a thumb for each value of an axis, which looks like its curve. A thumb that is pressed comes to the front,
 * and its curve follows it while the others stay; it passes them, and where it is let go the values are by size again.
 */
export function Thumbs({ spec, axis, description }: ThumbsProps) {
  const study = useSettings((state) => state.study);
  const edit = useSettings((state) => state.edit);
  const release = useSettings((state) => state.release);
  const name = axis.setting;
  const a = study.axes.indexOf(axis);
  const values = axis.values.map(Number);
  const order = bySize(values);
  const front = frontOf(study)[a];
  /** The value under the pointer: its thumb's place among the others changes while it passes them. */
  const moving = useRef<number | null>(null);
  const slider = useRef<HTMLDivElement>(null);
  /** All that a drag does is one step of undo. */
  const what = `drag ${name}`;

  const press = (k: number): void => {
    moving.current = k;
    edit((before) => frontValue(before, name, k), { what, held: true });
  };
  const letGo = (): void => {
    if (moving.current === null) return;
    moving.current = null;
    edit((before) => sortAxis(before, name), { what });
    release();
  };
  const onKey = (event: KeyboardEvent): void => {
    const k = placeOf(event.target);
    const [direction, large] = SLIDER_KEYS[event.key] ?? [];
    if (k === null || (direction === undefined && event.key !== 'Enter')) return;
    // The slider would step by positions, and stop at its neighbours.
    event.preventDefault();
    event.stopPropagation();
    if (direction === undefined) {
      edit((before) => frontValue(before, name, k));
      return;
    }
    const value = nextFree(spec, values, k, direction, large === true || event.shiftKey);
    edit((before) => placeValue(before, name, k, value), { what: `keys ${name}` });
    // The focus goes with the value; React draws a key's change in a microtask that is queued already.
    const rank = values.filter((other, index) => index !== k && other < value).length;
    queueMicrotask(() => slider.current?.querySelectorAll('input')[rank]?.focus());
  };

  const label = controlLabel(spec);
  return (
    <Slider.Root
      ref={slider}
      min={0}
      max={POSITIONS}
      value={order.map((k) => toPosition(spec, values[k]!))}
      thumbCollisionBehavior="swap"
      onValueChange={(positions, { reason, activeThumbIndex }) => {
        // On the track the nearest thumb comes.
        if (reason === 'track-press') moving.current = order[activeThumbIndex] ?? null;
        const k = moving.current ?? order[activeThumbIndex];
        const position = positions[activeThumbIndex];
        if (k === undefined || position === undefined) return;
        const held = reason !== 'keyboard' && reason !== 'input-change';
        edit((before) => dragValue(before, name, k, fromPosition(spec, position)), { what, held });
      }}
      onValueCommitted={letGo}
      onKeyDownCapture={onKey}
    >
      <Slider.Control className="slider" ref={holdTouch} onPointerUp={letGo} onPointerCancel={letGo}>
        <Slider.Track className="slider-track">
          {order.map((k, rank) => (
            <Slider.Thumb
              key={rank}
              index={rank}
              className="slider-thumb vary-thumb"
              data-place={k}
              data-front={k === front ? '' : undefined}
              aria-label={`${label}, ${rank + 1} of ${order.length}${k === front ? ', in front' : ''}`}
              aria-describedby={description}
              getAriaValueText={() => formatValue(spec, values[k]!)}
              onPointerDown={() => press(k)}
            >
              <ThumbMark look={lookOfValue(study, a, axis, k)} />
            </Slider.Thumb>
          ))}
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}

/** The value whose thumb an element belongs to. */
function placeOf(target: EventTarget): number | null {
  const thumb = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return thumb === null ? null : Number(thumb.dataset['place']);
}
