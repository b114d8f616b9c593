import { dsvFormat } from 'd3-dsv';
import { TableBuilder } from './csv-table.ts';
import type { Table } from './csv-table.ts';
import { byteSize, FileProblem, grouped } from './words.ts';

const DELIMITERS = [',', ';', '\t'];
/** Characters of one row: 20,000 numbers of 50 characters. Keeps an open quote from collecting the file. */
const MAX_ROW = 1_000_000;
/** Milliseconds of parsing after which the page gets its turn. */
const SLICE = 12;

/**
 * Reads a table of numbers and labels from the bytes of a CSV (or semicolon- or tab-separated) text, in pieces,
 * and lets the page run between them. See {@link tableLayout} for the header and the label column.
 * @throws FileProblem naming row (the header is row 1) and column
 */
export async function parseCsv(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Table> {
  const builder = new TableBuilder(file);
  const decoder = new TextDecoder();
  let parser: ReturnType<typeof dsvFormat> | undefined;
  let rows = 0;
  let pending = '';
  let turn = performance.now();

  const take = (text: string): void => {
    parser ??= dsvFormat(delimiterOf(text));
    // With a row function that returns null no array of all rows is built.
    parser.parseRows(text, (cells) => {
      builder.add(cells, ++rows);
      return null;
    });
  };
  for await (const chunk of chunks) {
    pending += decoder.decode(chunk, { stream: true });
    const end = lastRowEnd(pending);
    if (end > 0) {
      take(pending.slice(0, end));
      pending = pending.slice(end);
    }
    if (pending.length > MAX_ROW) {
      throw new FileProblem(
        `${file}, row ${grouped(rows + 1)} is longer than ${byteSize(MAX_ROW)}: this is no table, or a quote is left open`,
      );
    }
    if (performance.now() - turn > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
  }
  pending += decoder.decode();
  if (pending !== '') take(pending);
  return builder.finish();
}

/** The end of the last whole row: after the last newline that an even number of quotes precedes; 0: none. */
function lastRowEnd(text: string): number {
  let end = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) inside = !inside;
    else if (code === 10 && !inside) end = i + 1;
  }
  return end;
}

/** The delimiter that the first row has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const times = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (times(delimiter) > times(best) ? delimiter : best));
}
