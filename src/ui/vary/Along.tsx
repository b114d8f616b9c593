import { SETTINGS } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { freeAlong } from '../../settings/study/edit.ts';
import { displayValue, labelOf } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';

/** The settings that move with an axis, a line each: "σ₀ goes along: 0.01, 0.01, 0.001". */
export function Along({ axis }: { readonly axis: Axis }) {
  const edit = useSettings((state) => state.edit);
  return axis.along.map(({ setting, values }) => {
    const spec: SettingSpec = SETTINGS[setting];
    return (
      <p key={setting} className="vary-along">
        <span>
          <Symbols text={spec.symbol || labelOf(spec)} /> goes along:{' '}
          <Symbols text={values.map((value) => displayValue(spec, value)).join(', ')} />
        </span>
        <button
          type="button"
          className="note-more"
          aria-label={`Free ${labelOf(spec)}`}
          onClick={() => edit((study) => freeAlong(study, setting))}
        >
          Free
        </button>
      </p>
    );
  });
}
