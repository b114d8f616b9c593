import { symbolParts } from '../data/symbols.ts';

/** Text in which σₚ or ω_TF is set with a small p or TF below, and numbers have a minus sign. */
export const Symbols = ({ text }: { readonly text: string }) =>
  symbolParts(text).map(({ text: part, below }, k) => (below ? <sub key={k}>{part}</sub> : part));
