import type { Settings } from '../schema.ts';
import type { Axis } from '../study/axis.ts';
import type { Looks } from '../view.ts';
import type { PresetId } from './inferred.ts';

/** An experiment of the papers, or after them, that the page offers by name. */
export interface Preset {
  /** Lower-case, stable: it names the preset in tests and in the page, and what its paper leaves open. */
  readonly id: PresetId;
  /** What the experiment answers, as a question: its title. */
  readonly question: string;
  /** Paper and figure. */
  readonly source: string;
  /** What to look for, in one or two sentences. Each number in it is claimed in `claimed`, which no page loads. */
  readonly summary: string;
  /** What differs from the defaults. */
  readonly settings: Partial<Settings>;
  /** What varies; its values have that of the settings among them. */
  readonly axes?: readonly Axis[];
  /** What the paper's own size differs in, where this is a quicker version. */
  readonly printed?: Partial<Settings>;
  /** What that size is called; “As printed” when absent. */
  readonly printedName?: string;
  /** What of the view is other than the default. */
  readonly view?: Partial<Looks>;
}

/** Presets that belong together, in the order in which they are read. */
export interface PresetGroup {
  readonly id: string;
  readonly title: string;
  readonly presets: readonly Preset[];
}
