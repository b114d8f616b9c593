import { ChevronDown, ChevronUp, GripVertical, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { DASHES } from '../../charts/data/content.ts';
import { LineKey } from '../../charts/legend/LineKey.tsx';
import { markerPath } from '../../charts/marks/markers.ts';
import { movePin, removePin, renamePin, takePin } from '../../settings/study/edit.ts';
import { pinName } from '../../settings/study/link-parts.ts';
import { pointInWords } from '../../settings/study/words.ts';
import { useSettings } from '../../state/settings.ts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { lookOfPin } from './look.ts';
import { usePinDrag } from './usePinDrag.ts';
import './pins.css';

/** A row a pin: a grip to drag it by, its name to type, its place among the others, back to the front, away. */
export function PinList() {
  const { study, edit } = useSettings();
  const list = useRef<HTMLOListElement>(null);
  const { dragged, gripOf } = usePinDrag(list);
  const last = study.pins.length - 1;
  const move = (from: number, to: number, way: 'up' | 'down'): void => {
    edit((before) => movePin(before, from, to));
    // The focus goes with the pin; at the end, where the button does nothing more, to the other one.
    queueMicrotask(() => {
      const row = list.current?.children[to];
      const wanted = [way, 'up', 'down'].map((name) => `[data-way=${name}]:not(:disabled)`);
      const button = wanted.map((query) => row?.querySelector<HTMLElement>(query)).find((found) => found);
      button?.focus();
    });
  };

  if (last < 0) return <p>Nothing is pinned.</p>;
  return (
    <ol className="pin-list" ref={list}>
      {study.pins.map(({ name }, k) => {
        const { label, colour, dash, marker } = lookOfPin(study, k);
        return (
          <li key={k} data-dragged={k === dragged ? '' : undefined}>
            {/* The arrows beside it are its keyboard. */}
            <span className="pin-grip" title="Drag to another place" aria-hidden {...gripOf(k)}>
              <Icon of={GripVertical} size="1rem" />
            </span>
            <LineKey
              colour={colour}
              dash={DASHES[dash].join(' ')}
              width={2}
              marker={markerPath(marker, 12, 4, 4)}
            />
            <PinName k={k} name={name} />
            <IconButton
              icon={ChevronUp}
              label={`Move ${label} up`}
              data-way="up"
              disabled={k === 0}
              onClick={() => move(k, k - 1, 'up')}
            />
            <IconButton
              icon={ChevronDown}
              label={`Move ${label} down`}
              data-way="down"
              disabled={k === last}
              onClick={() => move(k, k + 1, 'down')}
            />
            <button
              type="button"
              className="button"
              aria-label={`Use ${label}`}
              title="Its settings become what is in front"
              onClick={() => edit((before) => takePin(before, k))}
            >
              Use
            </button>
            <IconButton
              icon={X}
              label={`Remove ${label}`}
              onClick={() => edit((before) => removePin(before, k))}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Every letter is in the study at once; the spaces that a name may not end with stay while it is typed. */
function PinName({ k, name }: { readonly k: number; readonly name: string }) {
  const { study, edit } = useSettings();
  const [typed, setTyped] = useState(name);
  const pin = study.pins[k];
  const shown = pinName(typed) === name ? typed : name;
  const automatic =
    pin === undefined ? '' : pointInWords(study, { at: null, pin: null, settings: pin.settings });
  return (
    <input
      className="text-input"
      aria-label={`Name of pin ${k + 1}`}
      placeholder={automatic}
      value={shown}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        edit((before) => renamePin(before, k, pinName(value)), { what: `name of pin ${k}` });
      }}
    />
  );
}
