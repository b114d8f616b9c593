/**
 * The vocabulary of the tables of settings and of the view: what a slider, a link, a check and a help text need to know
 * of a row.
 */

/** Settings by their names, while not all are known. */
export type Answers = Readonly<Record<string, unknown>>;

interface Common {
  /** Name in links: short, unique, never reused for something else. */
  readonly key: string;
  /** Unicode symbol of the papers (γ, σ₀, η …), or '' where they have none. */
  readonly symbol: string;
  readonly name: string;
  /** Its name where these settings give it another one. */
  readonly nameIn?: (settings: Answers) => string;
  /** Whether the setting has any effect under these settings; absent: always. Irrelevant settings are hidden. */
  readonly appliesTo?: (settings: Answers) => boolean;
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

/** A row of its kind, with the types that its values allow. */
export const number = <const T extends NumberSpec>(spec: T): NumberSpec & { kind: T['kind'] } => spec;
export const choice = <const V extends string>(spec: ChoiceSpec<V>): ChoiceSpec<V> => spec;
export const flag = (spec: FlagSpec): FlagSpec => spec;
export const text = (spec: TextSpec): TextSpec => spec;
