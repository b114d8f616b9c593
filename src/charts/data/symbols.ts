/** A letter with something below it, as plain text has it: σ_p, γ_μ, ℓ′_i. */
const BELOW = /(\p{L}[′″]?)_([\p{L}\d]+)/u;

/** Of a number like 1e-5: a hyphen would be where a line may break. */
const EXPONENT = /(?<=\de)-(?=\d)/g;

/** A piece of a text, on the line or below it. */
export interface SymbolPart {
  readonly text: string;
  readonly below: boolean;
}

/** Text as it is set: "σ_p = 1e-5" is σ, p below it, and " = 1e−5". Nothing is empty. */
export const symbolParts = (text: string): readonly SymbolPart[] =>
  text
    .replace(EXPONENT, '−')
    // Of two groups: plain, letter, below, plain, letter, below, …, plain.
    .split(BELOW)
    .map((part, k) => ({ text: part, below: k % 3 === 2 }))
    .filter((part) => part.text !== '');
