import type { Moment } from '../../settings/outcomes.ts';
import type { SettingName } from '../../settings/schema.ts';
import type { ViewName } from '../../settings/view.ts';
import { createChunk, useChunk } from '../parts/chunk.ts';

/** What the settings mean: loaded when a control is pointed to or has the focus, and ahead once the page is at rest. */
export const helpChunk = createChunk(() => import('../../settings/help.ts'));

/** A setting, and each of its options by its value, in a sentence. */
export interface SettingHelp {
  readonly text: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** @returns null until it is loaded */
export function useHelp(name: SettingName): SettingHelp | null {
  return useChunk(helpChunk).parts?.HELP[name] ?? null;
}

/** What of the view a row is. @returns undefined until it is loaded */
export const useViewHelp = (name: ViewName): string | undefined => useChunk(helpChunk).parts?.VIEW_HELP[name];

/** What each moment of an outcome is. @returns undefined until it is loaded */
export const useMomentHelp = (): Readonly<Record<Moment, string>> | undefined =>
  useChunk(helpChunk).parts?.MOMENT_HELP;
