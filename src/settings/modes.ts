import { SETTINGS, type Settings } from './schema.ts';

/** A regularisation mode. */
export type Mode = Settings['regularizer'];

/** In the order of the table: none, PEGR, FGR. */
export const MODES: readonly Mode[] = SETTINGS.regularizer.options.map(({ value }) => value);

/** Short names, for legends and messages. */
export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  none: 'no regularisation',
  pegr: 'PEGR',
  fgr: 'FGR',
};
