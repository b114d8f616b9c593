import { DASHES } from '../../charts/data/content.ts';
import { LineKey } from '../../charts/legend/LineKey.tsx';
import { markerPath } from '../../charts/marks/markers.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { vary } from '../../settings/study/edit.ts';
import type { Study } from '../../settings/study/study.ts';
import type { Value } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { lookOfValue } from './look.ts';

interface TicksProps {
  readonly label: string;
  readonly description: string;
  readonly study: Study;
  readonly axis: Axis;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** The options of a choice or flag that is varied: several can be ticked, and the last stays. */
export function Ticks({ label, description, study, axis, options }: TicksProps) {
  const edit = useSettings((state) => state.edit);
  const a = study.axes.indexOf(axis);
  const set = (value: Value, ticked: boolean): void =>
    edit((before) =>
      vary(
        before,
        axis.setting,
        options
          .map((option) => option.value)
          .filter((other) => (other === value ? ticked : axis.values.includes(other))),
      ),
    );
  return (
    <div className="ticks" role="group" aria-label={`${label}, values`} aria-describedby={description}>
      {options.map((option) => {
        const k = axis.values.indexOf(option.value);
        const ticked = k >= 0;
        const look = ticked ? lookOfValue(study, a, axis, k) : null;
        return (
          <label key={String(option.value)}>
            <input
              type="checkbox"
              checked={ticked}
              disabled={ticked && axis.values.length === 1}
              onChange={() => set(option.value, !ticked)}
            />
            <span>{option.label}</span>
            {look !== null && (
              <LineKey
                colour={look.colour}
                dash={DASHES[look.dash].join(' ')}
                width={2}
                marker={markerPath(look.marker, 12, 4, 4)}
              />
            )}
          </label>
        );
      })}
    </div>
  );
}
