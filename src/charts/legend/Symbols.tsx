import { symbolParts } from '../data/symbols.ts';

/** Text in which σ_p is set as σ with a small p below, and numbers have a minus sign. */
export const Symbols = ({ text }: { readonly text: string }) =>
  symbolParts(text).map(({ text: part, below }, k) => (below ? <sub key={k}>{part}</sub> : part));
