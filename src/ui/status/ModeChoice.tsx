import type { ReactElement } from 'react';
import { DASHES } from '../../charts/content.ts';
import { LineKey } from '../../charts/LineKey.tsx';
import { markerPath } from '../../charts/marks/markers.ts';
import { MODE_LOOKS } from '../../charts/modes.ts';
import { MODE_NAMES, MODES, type Mode } from '../../settings/modes.ts';
import { useSettings } from '../../state/settings.ts';

/**
 * Which of the compared modes is shown in detail: radio buttons that look like one segmented button, each with the line
 * that the mode has in the charts. Nothing is computed anew: all modes are there already.
 */
export function ModeChoice(): ReactElement | null {
  const compare = useSettings((state) => state.settings.compare);
  const front = useSettings((state) => state.settings.regularizer);
  const change = useSettings((state) => state.change);
  if (!compare) return null;
  return (
    <fieldset className="mode-choice" data-testid="mode-choice">
      <legend>Shown in detail:</legend>
      <div className="mode-choice-segments">
        {MODES.map((mode) => (
          <label key={mode} title={MODE_NAMES[mode]}>
            <input
              type="radio"
              name="mode-in-front"
              value={mode}
              checked={mode === front}
              onChange={() => change({ regularizer: mode })}
            />
            <ModeKey mode={mode} />
            {MODE_LOOKS[mode].label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ModeKey({ mode }: { readonly mode: Mode }): ReactElement {
  const { colour, dash, marker } = MODE_LOOKS[mode];
  return (
    <LineKey colour={colour} dash={DASHES[dash].join(' ')} width={2} marker={markerPath(marker, 12, 4, 4)} />
  );
}
