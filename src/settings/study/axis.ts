import { checkSpec, type Checked } from '../check.ts';
import { SETTINGS, type SettingName } from '../schema.ts';
import { describeValue, labelOf, type Value } from '../words.ts';

/** Settings that name a file or count the seeds: they are what a study is of, not what it varies. */
type Fixed = 'file' | 'reading' | 'positive' | 'negative' | 'runs';

/** A setting that can be varied. */
export type AxisName = Exclude<SettingName, Fixed>;

/** Values of one setting, in the order of the axis. */
interface Values {
  readonly setting: AxisName;
  readonly values: readonly Value[];
}

/** A setting that is varied, its values, and the settings that go along with it, one value of theirs to each of its. */
export interface Axis extends Values {
  readonly along: readonly Values[];
}

/** So many values are told apart as curves. */
export const MAX_CURVES = 8;
/** So many an axis may have. */
export const MAX_VALUES = 64;

const FIXED: readonly SettingName[] = [
  'file',
  'reading',
  'positive',
  'negative',
  'runs',
] satisfies readonly Fixed[];

export const isAxisName = (name: SettingName): name is AxisName => !FIXED.includes(name);

/** An axis over a setting alone. */
export const axis = (setting: AxisName, values: readonly Value[]): Axis => ({ setting, values, along: [] });

/** The axis if each of its values is allowed and it has each once, or else a sentence that names what is wrong. */
export function checkAxis({ setting, values, along }: Axis): Checked<Axis> {
  const main = checkValues({ setting, values });
  if (!main.ok) return main;
  const repeated = main.value.values.find((value, k, all) => all.indexOf(value) !== k);
  if (repeated !== undefined) {
    return {
      ok: false,
      message: `${labelOf(SETTINGS[setting])} = ${describeValue(repeated)} is given twice; give each value once`,
    };
  }
  const others: Values[] = [];
  for (const other of along) {
    const taken = other.setting === setting || others.some((before) => before.setting === other.setting);
    if (taken) {
      return {
        ok: false,
        message: `${labelOf(SETTINGS[other.setting])} is varied twice; each setting may be varied once`,
      };
    }
    if (other.values.length !== values.length) {
      const given = `${labelOf(SETTINGS[other.setting])} has ${other.values.length} values`;
      return {
        ok: false,
        message: `${given} and goes along with ${labelOf(SETTINGS[setting])}, which has ${values.length}; give one for each`,
      };
    }
    const checked = checkValues(other);
    if (!checked.ok) return checked;
    others.push(checked.value);
  }
  return { ok: true, value: { ...main.value, along: others } };
}

function checkValues({ setting, values }: Values): Checked<Values> {
  const name = labelOf(SETTINGS[setting]);
  if (!isAxisName(setting)) return { ok: false, message: `${name} cannot be varied` };
  if (values.length < 1 || values.length > MAX_VALUES) {
    return {
      ok: false,
      message: `${name} has ${values.length} values; give 1 to ${MAX_VALUES}`,
    };
  }
  const read: Value[] = [];
  for (const value of values) {
    const checked = checkSpec(SETTINGS[setting], value);
    if (!checked.ok) return checked;
    read.push(checked.value);
  }
  return { ok: true, value: { setting, values: read } };
}
