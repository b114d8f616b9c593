/**
 * A letter with something below it, as plain text has it: σₚ, and where Unicode has no such small letter γ_μ, ω_TF, ℓ′_i.
 */
const BELOW = /(\p{L}[′″]?)(_[\p{L}\d]+|[ₐ-ₜᵢ-ᵥⱼ]+)/u;

/** Of a number like 1e-5: a hyphen would be where a line may break. */
const EXPONENT = /(?<=\de)-(?=\d)/g;

/** A piece of a text, on the line or below it. */
export interface SymbolPart {
  readonly text: string;
  readonly below: boolean;
}

/** Text as it is set: "σₚ = 1e-5" is σ, p below it, and " = 1e−5". Nothing is empty. */
export const symbolParts = (text: string): readonly SymbolPart[] =>
  text
    .replace(EXPONENT, '−')
    // Of two groups: plain, letter, below, plain, letter, below, …, plain.
    .split(BELOW)
    .map((part, k) => (k % 3 === 2 ? { text: onTheLine(part), below: true } : { text: part, below: false }))
    .filter((part) => part.text !== '');

/** What is written "_TF" or "ₚ", in letters of its own. */
const onTheLine = (small: string): string => small.replace(/^_/, '').normalize('NFKC');
