import { ArrowLeftRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { DASHES } from '../../charts/data/content.ts';
import { LineKey } from '../../charts/legend/LineKey.tsx';
import type { Look } from '../../charts/data/looks.ts';
import { markerPath } from '../../charts/marks/markers.ts';
import { SETTINGS, specIn } from '../../settings/schema.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { swapAxes, toFront } from '../../settings/study/edit.ts';
import { atValue, frontOf, type Study } from '../../settings/study/study.ts';
import { valueInWords } from '../../settings/study/words.ts';
import { labelOf, shortName } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { PinRow } from '../pins/PinRow.tsx';
import { lookOfValue } from '../vary/look.ts';

/**
 * Which value of each axis is in front, and what is pinned: radio buttons that look like one segmented button, each with the line that it
 * has in the charts. Nothing is computed anew: all values are there already.
 */
export function FrontChoice(): ReactElement | null {
  const study = useSettings((state) => state.study);
  const edit = useSettings((state) => state.edit);
  if (study.axes.length === 0 && study.pins.length === 0) return null;
  return (
    <div className="front-choices">
      {study.axes.map((axis, a) => (
        <div key={axis.setting} className="front-choice">
          <Choice study={study} axis={axis} a={a} />
          {a === 1 && (
            <IconButton
              icon={ArrowLeftRight}
              label={`Swap: a curve for each ${shortName(SETTINGS[axis.setting])}`}
              onClick={() => edit(swapAxes)}
            />
          )}
        </div>
      ))}
      <PinRow />
    </div>
  );
}

interface ChoiceProps {
  readonly study: Study;
  readonly axis: Axis;
  /** Its place among the study's axes. */
  readonly a: number;
}

function Choice({ study, axis, a }: ChoiceProps): ReactElement {
  const edit = useSettings((state) => state.edit);
  const front = frontOf(study)[a];
  return (
    <fieldset className="mode-choice" data-testid={`front-${SETTINGS[axis.setting].key}`}>
      <legend>
        In front: <Symbols text={labelOf(specIn(axis.setting, study.base))} />
      </legend>
      <div className="mode-choice-segments">
        {axis.values.map((value, k) => {
          const settings = atValue(study.base, axis, k);
          const look = lookOfValue(study, a, axis, k);
          return (
            <label key={String(value)} title={valueInWords(axis.setting, settings)}>
              <input
                type="radio"
                name={`in-front-${axis.setting}`}
                value={String(value)}
                checked={k === front}
                onChange={() => edit((before) => toFront(before, a, k))}
              />
              {look !== null && <Key look={look} />}
              <span>
                <Symbols text={look?.label ?? valueInWords(axis.setting, settings)} />
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Key({ look: { colour, dash, marker } }: { readonly look: Look }): ReactElement {
  return (
    <LineKey colour={colour} dash={DASHES[dash].join(' ')} width={2} marker={markerPath(marker, 12, 4, 4)} />
  );
}
