import { encodingOf, TextReader } from '../bytes/text.ts';
import { FileProblem } from '../problem.ts';
import { byteSize, grouped } from '../words.ts';

/** Characters of a line: 20,000 numbers of any length. */
const MAX_LINE = 4_000_000;
/** Blank lines in a row: what only a file of nothing has. */
const MAX_BLANK = 1_000_000;

/** Lines that were read together, without their ends. */
export interface Lines {
  readonly lines: readonly string[];
  /** The number of the first of them in the file, from 1. */
  readonly first: number;
  /** How the bytes were understood where that is not as expected: a sentence. */
  readonly note: string | null;
}

/**
 * The lines of a text, whatever ends them (\n, \r\n, \r).
 * @throws FileProblem for a line without an end, or for blank lines without one
 */
export async function* linesOf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Lines, void, void> {
  let decoder: TextReader | null = null;
  let rest = '';
  let first = 1;
  let blank = 0;
  const split = (text: string, last: boolean): Lines => {
    const lines = text.split('\n');
    rest = last ? '' : (lines.pop() ?? '');
    if (last && lines.at(-1) === '') lines.pop();
    const block = { lines, first, note: decoder?.note ?? null };
    first += lines.length;
    for (const line of lines) blank = line.trim() === '' ? blank + 1 : 0;
    if (rest.length > MAX_LINE) {
      throw new FileProblem(
        `${name}, row ${grouped(first)} is longer than ${byteSize(MAX_LINE)}`,
        'line-too-long',
        first,
      );
    }
    if (blank > MAX_BLANK) {
      throw new FileProblem(
        `${name} has more than ${grouped(MAX_BLANK)} blank rows up to row ${grouped(first)}`,
        'blank',
        first,
      );
    }
    return block;
  };
  for await (const chunk of chunks) {
    decoder ??= new TextReader(encodingOf(chunk));
    yield split(rest + decoder.take(chunk, false), false);
  }
  yield split(rest + (decoder?.take(new Uint8Array(0), true) ?? ''), true);
}
