import { ChevronDown } from 'lucide-react';
import { DASHES } from '../../charts/data/content.ts';
import { LineKey } from '../../charts/legend/LineKey.tsx';
import { markerPath } from '../../charts/marks/markers.ts';
import { MAX_PINS } from '../../settings/study/study.ts';
import { useSettings } from '../../state/settings.ts';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { usePopup } from '../parts/usePopup.ts';
import { lookOfPin } from './look.ts';
import { Icon } from '../parts/Icon.tsx';

const chunk = createChunk(() => import('./PinList.tsx'));

/** What is pinned, each with its line, as one button; pressed, it is a list in which pins are renamed, moved and taken. */
export function PinRow() {
  const study = useSettings((state) => state.study);
  const { trigger, parts, popup } = usePopup();
  if (study.pins.length === 0) return null;
  const looks = study.pins.map((_, k) => lookOfPin(study, k));
  return (
    <div className="pin-row">
      <span id="pin-row-name">Pinned:</span>
      <button
        {...trigger}
        type="button"
        className="pin-chips"
        aria-label={`Pinned: ${looks.map(({ label }) => label).join('; ')}`}
      >
        {looks.map(({ label, colour, dash, marker }, k) => (
          <span key={k} className="pin-chip">
            <LineKey
              colour={colour}
              dash={DASHES[dash].join(' ')}
              width={2}
              marker={markerPath(marker, 12, 4, 4)}
            />
            <span className="pin-name">
              <Symbols text={label} />
            </span>
          </span>
        ))}
        <Icon of={ChevronDown} size="0.875rem" />
      </button>
      {parts !== null && (
        <parts.Popup {...popup} title={`Pins, at most ${MAX_PINS}`}>
          <Later chunk={chunk} what="The list of pins" waiting={<p aria-busy>Loading…</p>}>
            {({ PinList }) => <PinList />}
          </Later>
        </parts.Popup>
      )}
    </div>
  );
}
