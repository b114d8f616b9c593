export interface ArffCell {
  /** Of a sparse row: the attribute's index that stands before the value; null where none does. */
  readonly index: number | null;
  readonly text: string;
  /** Whether it stood in quotes: then ? is a word. */
  readonly quoted: boolean;
}

const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y;
const INDEX = /(\d{1,9})[ \t]+/y;

/** The cells of a row of ARFF, or of a list of names; a sentence about the quote where one is not closed. */
export function arffCells(text: string, sparse: boolean): readonly ArffCell[] | string {
  const cells: ArffCell[] = [];
  for (let at = 0; ; at++) {
    at = pastSpaces(text, at);
    let index: number | null = null;
    if (sparse) {
      INDEX.lastIndex = at;
      const digits = INDEX.exec(text)?.[1];
      if (digits !== undefined) {
        index = Number(digits);
        at = pastSpaces(text, INDEX.lastIndex);
      }
    }
    const inQuotes = text[at] === "'" || text[at] === '"';
    QUOTED.lastIndex = at;
    const word = inQuotes ? QUOTED.exec(text) : null;
    const comma = text.indexOf(',', word === null ? at : QUOTED.lastIndex);
    const end = comma < 0 ? text.length : comma;
    if (inQuotes && (word === null || text.slice(QUOTED.lastIndex, end).trim() !== '')) {
      return `a quote is opened at character ${at + 1} and not closed before the next comma or the end of the row`;
    }
    const inside = word === null ? text.slice(at, end).trim() : unescaped(word[1] ?? word[2] ?? '');
    cells.push({ index, text: inside, quoted: inQuotes });
    if (comma < 0) return cells;
    at = comma;
  }
}

/** What stands for itself after a backslash in quotes. */
export const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

const WORD = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]\S*)|(\S)/g;

/** The cells of a row that separates them by spaces or tabs; null where a quote is not closed. */
export function spacedCells(text: string): readonly ArffCell[] | null {
  const cells: ArffCell[] = [];
  for (const [, single, double, plain, open] of text.matchAll(WORD)) {
    if (open !== undefined) return null;
    cells.push({
      index: null,
      text: plain ?? unescaped(single ?? double ?? ''),
      quoted: plain === undefined,
    });
  }
  return cells;
}
