import { toFront } from '../../settings/study/edit.ts';
import { useSettings } from '../../state/settings.ts';

/** Brings a value of the first axis to the front: nothing is computed, all values are there already. */
export const bringToFront = (place: number): void =>
  useSettings.getState().edit((study) => toFront(study, 0, place));
