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
}

/**
 * The lines of a text, whatever ends them (\n, \r\n, \r).
 * @throws FileProblem for a line without an end, or for blank lines without one
 */
export async function* linesOf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Lines, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let first = 1;
  let blank = 0;
  const split = (text: string, last: boolean): Lines => {
    // A \r at the end may be half of a \r\n.
    const held = !last && text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    rest = last ? '' : `${lines.pop() ?? ''}${held}`;
    if (last && lines.at(-1) === '') lines.pop();
    const block = { lines, first };
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
  for await (const chunk of chunks) yield split(rest + decoder.decode(chunk, { stream: true }), false);
  yield split(rest + decoder.decode(), true);
}
