/** The vocabulary of the settings table: what a slider, a link, a check and a help text need to know of a setting. */

export type Group = 'network' | 'data' | 'training' | 'regularisation' | 'runs';

interface Common {
  /** Name in links: short, unique, never reused for something else. */
  readonly key: string;
  /** Unicode symbol of the papers (γ, σ₀, η …), or '' where they have none. */
  readonly symbol: string;
  readonly name: string;
  /** One plain sentence; appears on focus. Names the paper's formula or convention where there is one. */
  readonly help: string;
  readonly group: Group;
  /** Whether the setting has any effect under these settings; absent: always. Irrelevant settings are hidden. */
  readonly appliesTo?: (settings: Readonly<Record<string, unknown>>) => boolean;
}

/**
 * A number. `scale` is the slider's: `log` where values span decades, `log-zero` the same with a detent at 0 below
 * `smallest`. Typed values may be any number in [min, max].
 */
export interface NumberSpec extends Common {
  readonly kind: 'real' | 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log' | 'log-zero';
  /** Step of a linear slider and of the arrow keys. */
  readonly step?: number;
  /** The smallest positive value on a `log-zero` slider. */
  readonly smallest?: number;
  readonly unit?: string;
}

export interface ChoiceSpec<V extends string = string> extends Common {
  readonly kind: 'choice';
  readonly default: V;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly help: string;
  }[];
}

export interface FlagSpec extends Common {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** Short text in a fixed form, such as a list of labels. */
export interface TextSpec extends Common {
  readonly kind: 'text';
  readonly default: string;
  readonly pattern: RegExp;
  readonly maxLength: number;
  /** The form, in words, for messages. */
  readonly form: string;
  /** A valid value as a person would read it, where that is not the text itself. */
  readonly inWords?: (text: string) => string;
}

export type SettingSpec = NumberSpec | ChoiceSpec | FlagSpec | TextSpec;

export type ValueOf<S extends SettingSpec> =
  S extends ChoiceSpec<infer V> ? V : S extends NumberSpec ? number : S extends FlagSpec ? boolean : string;
