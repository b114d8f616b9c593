import type { ReactElement } from 'react';
import { DASHES } from '../../charts/data/content.ts';
import { LineKey } from '../../charts/legend/LineKey.tsx';
import { lookOf, type Look } from '../../charts/data/looks.ts';
import { markerPath } from '../../charts/marks/markers.ts';
import { SETTINGS } from '../../settings/schema.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { toFront } from '../../settings/study/edit.ts';
import { atValue, frontOf, type Study } from '../../settings/study/study.ts';
import { valueInWords } from '../../settings/study/words.ts';
import { labelOf } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';

/**
 * Which value of each axis is in front: radio buttons that look like one segmented button, each with the line that it
 * has in the charts. Nothing is computed anew: all values are there already.
 */
export function FrontChoice(): ReactElement | null {
  const study = useSettings((state) => state.study);
  if (study.axes.length === 0) return null;
  return (
    <div className="front-choices">
      {study.axes.map((axis, a) => (
        <Choice key={axis.setting} study={study} axis={axis} a={a} />
      ))}
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
        In front: <Symbols text={labelOf(SETTINGS[axis.setting])} />
      </legend>
      <div className="mode-choice-segments">
        {axis.values.map((value, k) => {
          const settings = atValue(study.base, axis, k);
          const look = a === 0 ? lookOf(variantOf(axis, k, settings)) : null;
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
              <Symbols text={look?.label ?? valueInWords(axis.setting, settings)} />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

const variantOf = (axis: Axis, k: number, settings: Study['base']): Parameters<typeof lookOf>[0] => ({
  point: { at: [k], pin: null, settings },
  curve: { setting: axis.setting, place: k, of: axis.values.length },
  name: valueInWords(axis.setting, settings),
  recordings: [],
});

function Key({ look: { colour, dash, marker } }: { readonly look: Look }): ReactElement {
  return (
    <LineKey colour={colour} dash={DASHES[dash].join(' ')} width={2} marker={markerPath(marker, 12, 4, 4)} />
  );
}
