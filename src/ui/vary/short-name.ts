import { SETTINGS } from '../../settings/schema.ts';
import type { AxisName } from '../../settings/study/axis.ts';
import { labelOf } from '../../settings/words.ts';

/** A setting on a button: "γ", or its name where it has no symbol. */
export const shortName = (name: AxisName): string => SETTINGS[name].symbol || labelOf(SETTINGS[name]);
