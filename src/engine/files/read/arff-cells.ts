export interface ArffCell {
  readonly text: string;
  /** Whether it stood in quotes: then ? is a word. */
  readonly quoted: boolean;
}

const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y;

/** A word in quotes at `from`, its escapes undone, and where it ends; null where none begins or none ends. */
export function quotedWord(
  text: string,
  from: number,
): { readonly word: string; readonly end: number } | null {
  QUOTED.lastIndex = from;
  const match = QUOTED.exec(text);
  if (match === null) return null;
  const [, single, double] = match;
  return { word: (single ?? double ?? '').replace(/\\(.)/g, '$1'), end: QUOTED.lastIndex };
}

/** The cells of a row of ARFF, or of a list of names; a sentence about the quote where one is not closed. */
export function arffCells(text: string): readonly ArffCell[] | string {
  const cells: ArffCell[] = [];
  for (let at = 0; ;) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const inQuotes = text[at] === "'" || text[at] === '"';
    const word = inQuotes ? quotedWord(text, at) : null;
    const comma = text.indexOf(',', word?.end ?? at);
    const end = comma < 0 ? text.length : comma;
    if (inQuotes && (word === null || text.slice(word.end, end).trim() !== '')) {
      return `a quote is opened at character ${at + 1} and not closed before the next comma or the end of the row`;
    }
    cells.push({ text: word?.word ?? text.slice(at, end).trim(), quoted: inQuotes });
    if (comma < 0) return cells;
    at = comma + 1;
  }
}
