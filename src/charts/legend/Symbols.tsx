/** A letter with something below it, as plain text has it: σ_p, γ_μ. */
const BELOW = /(\p{L})_([\p{L}\d]+)/u;

/** Of a number like 1e-5: a hyphen would be where a line may break. */
const EXPONENT = /(?<=\de)-(?=\d)/g;

/** Text in which σ_p is set as σ with a small p below, and numbers have a minus sign. */
export function Symbols({ text }: { readonly text: string }) {
  // Of two groups: plain, letter, below, plain, letter, below, …, plain.
  const parts = text.replace(EXPONENT, '−').split(BELOW);
  return parts.map((part, k) => (k % 3 === 2 ? <sub key={k}>{part}</sub> : part));
}
