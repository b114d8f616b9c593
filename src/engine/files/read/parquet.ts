/** Apache Parquet, by hyparquet: row group after row group, and in a large one range after range of its rows. */
import type { Source } from '../bytes/source.ts';
import { parquetMetadataAsync, parquetScan } from 'hyparquet';
import type { AsyncBuffer, Compressors, DecodedArray, FileMetaData } from 'hyparquet';
import { TableBuilder } from '../columns/builder.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { FileProblem } from '../problem.ts';
import type { Cell, ReadOptions, Table } from '../table.ts';
import { byteSize, grouped } from '../words.ts';
import { loaded } from './loaded.ts';
import { OddNumbers } from './odd-numbers.ts';
import { parquetCell, parquetColumns } from './parquet-columns.ts';
import type { ParquetColumn } from './parquet-columns.ts';
import { chunkRange, faultOfPages } from './parquet-pages.ts';
import { watched } from './watched.ts';

/** Bytes of the description at the end of the file. */
const MAX_FOOTER = 64_000_000;
/** Bytes of a column in a row group, which are read at once. */
const MAX_CHUNK = 256_000_000;
/** Cells that are unpacked at once. */
const MAX_CELLS = 8_000_000;
/** Rows of a row group: one column of it is unpacked at once. */
const MAX_GROUP = 16_000_000;
/** Rows between two breaths. */
const TOGETHER = 256;

/** Bytes of a packed file, which is unpacked as a whole. */
const MAX_UNPACKED = 256_000_000;

/**
 * Any range of the file is read: one that is packed (gzip, zip) is unpacked into memory before.
 * @throws FileProblem
 */
export async function readParquet(source: Source, options: ReadOptions): Promise<Table> {
  const { name, blob } = source;
  if (blob !== null) return readBlob(name, blob, options);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of watched(source, options, () => 0)) {
    size += piece.length;
    if (size > MAX_UNPACKED)
      throw new FileProblem(
        `${name} is packed and has more than ${byteSize(MAX_UNPACKED)}: unpack it and open that`,
        'too-large',
      );
    pieces.push(piece.slice());
  }
  return readBlob(name, new Blob(pieces), options);
}

async function readBlob(name: string, file: Blob, options: ReadOptions): Promise<Table> {
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
  const metadata = await guarded(name, 'its description', null, async () => {
    const footer = new DataView(await file.slice(-8, -4).arrayBuffer());
    const length = footer.byteLength === 4 ? footer.getUint32(0, true) : 0;
    if (length > MAX_FOOTER)
      throw new FileProblem(
        `${name} says a description of ${byteSize(length)}; at most ${byteSize(MAX_FOOTER)} are read`,
        'parquet-damaged',
      );
    return parquetMetadataAsync(buffer, { geoparquet: false });
  });
  const { read, notes } = await guarded(name, 'its columns', null, () =>
    Promise.resolve(parquetColumns(metadata)),
  );
  if (read.length === 0)
    throw new FileProblem(`${name} has no column of numbers or words. ${notes.join(' ')}`, 'no-columns');
  if (read.length > MAX_COLUMNS) {
    throw new FileProblem(
      `${name} has ${grouped(read.length)} columns; at most ${grouped(MAX_COLUMNS)} are read: leave some out`,
      'too-many-columns',
    );
  }
  const compressors = await compressorsFor(name, metadata);
  const table = new ParquetTable(name, read, options);
  const total = Number(metadata.num_rows);
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    if (rows > MAX_GROUP) {
      throw new FileProblem(
        `${name} has a row group of ${grouped(rows)} rows; at most ${grouped(MAX_GROUP)} are read: write smaller row groups`,
        'parquet-row-group',
        table.rows + 1,
      );
    }
    // A file of this one group: ranges of rows are then counted from its own first row.
    const alone: FileMetaData = { ...metadata, num_rows: group.num_rows, row_groups: [group] };
    await checkPages(name, buffer, alone, read, table.rows, options);
    const scan = await guarded(name, 'a row group', table.rows + 1, () =>
      parquetScan({
        file: buffer,
        metadata: alone,
        columns: read.map(({ key }) => key),
        compressors,
        geoparquet: false,
        useOffsetIndex: false,
      }),
    );
    const together = Math.max(1, Math.ceil(rows / Math.ceil((rows * read.length) / MAX_CELLS)));
    for (let from = 0; from < rows; from += together) {
      const to = Math.min(rows, from + together);
      const columns: DecodedArray[] = [];
      for (const { key, name: column } of read) {
        options.signal.throwIfAborted();
        const data = await guarded(name, `column "${column}"`, table.rows + 1, () =>
          scan.readColumn({ column: key, rowStart: from, rowEnd: to }),
        );
        if (data.length !== to - from) {
          throw damaged(
            name,
            `column "${column}" holds ${grouped(data.length)} of ${grouped(to - from)} rows`,
            table.rows + 1,
          );
        }
        columns.push(data);
        await options.breathe();
      }
      await table.add(columns, to - from, total);
    }
  }
  if (table.rows === 0) throw new FileProblem(`${name} holds no rows`, 'empty');
  if (table.rows !== total)
    throw damaged(name, `it says ${grouped(total)} rows but its groups hold ${grouped(table.rows)}`, null);
  return table.finish(notes);
}

/** Takes ranges of rows, a column at a time, and makes rows of them. */
class ParquetTable {
  rows = 0;
  private readonly builder: TableBuilder;
  private readonly odd: OddNumbers;
  private readonly columns: readonly ParquetColumn[];
  private readonly options: ReadOptions;

  constructor(name: string, columns: readonly ParquetColumn[], options: ReadOptions) {
    this.builder = new TableBuilder('parquet', name, columns);
    this.odd = new OddNumbers(name);
    this.columns = columns;
    this.options = options;
  }

  async add(data: readonly DecodedArray[], rows: number, total: number): Promise<void> {
    const { columns, odd, builder, options } = this;
    const cells = new Array<Cell>(columns.length);
    for (let row = 0; row < rows; row++) {
      this.rows++;
      for (let k = 0; k < cells.length; k++) {
        cells[k] = odd.checked(parquetCell(data[k]![row]), this.rows, columns[k]!.name);
      }
      builder.add(cells, this.rows);
      if (row % TOGETHER === 0) {
        options.signal.throwIfAborted();
        options.progress(Math.min(this.rows / Math.max(total, 1), 1), this.rows);
        await options.breathe();
      }
    }
  }

  finish(notes: readonly string[]): Table {
    return this.builder.finish([...notes, ...this.odd.notes()]);
  }
}

/** @throws FileProblem unless the pages of the group are what they should be */
async function checkPages(
  name: string,
  buffer: AsyncBuffer,
  { row_groups: [group] }: FileMetaData,
  columns: readonly ParquetColumn[],
  before: number,
  options: ReadOptions,
): Promise<void> {
  for (const { key, name: column } of columns) {
    const range = chunkRange(group!, key);
    const fault = await guarded(name, `column "${column}"`, before + 1, async () => {
      if (range === null) return 'it is missing in a row group, or encrypted';
      const { start, end } = range;
      if (!(start >= 0 && end > start && end <= buffer.byteLength)) return 'its place is not in the file';
      if (end - start > MAX_CHUNK)
        return `it has ${byteSize(end - start)} in one row group; at most ${byteSize(MAX_CHUNK)} are read`;
      return faultOfPages(await buffer.slice(start, end), Number(group!.num_rows));
    });
    if (fault !== null) throw damaged(name, `column "${column}": ${fault}`, before + 1);
    options.signal.throwIfAborted();
    await options.breathe();
  }
}

/** What unpacks the file's pages; only Snappy is at hand. */
async function compressorsFor(name: string, { row_groups }: FileMetaData): Promise<Compressors> {
  const codecs = new Set(
    row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec ?? 'UNCOMPRESSED')),
  );
  codecs.delete('UNCOMPRESSED');
  codecs.delete('SNAPPY');
  if (codecs.size === 0) return {};
  const { compressors } = await loaded(
    name,
    'compressed Parquet',
    // eslint-disable-next-line no-restricted-syntax -- `loaded` tells when it does not come
    () => import('hyparquet-compressors'),
  );
  // hyparquet has its own for Snappy.
  const others: Compressors = { ...compressors };
  delete others.SNAPPY;
  for (const codec of codecs) {
    if (!(codec in others))
      throw new FileProblem(
        `${name} is compressed with ${codec}, which is not read: write it with snappy or zstd`,
        'parquet-codec',
      );
  }
  return others;
}

const damaged = (name: string, what: string, row: number | null): FileProblem =>
  new FileProblem(
    `${name} is a damaged Parquet file${row === null ? '' : ` (from row ${grouped(row)} on)`}: ${what}; download or save it again`,
    'parquet-damaged',
    row,
  );

/** Turns what the library throws into the file's problem. */
async function guarded<T>(
  name: string,
  where: string,
  row: number | null,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileProblem || (error instanceof DOMException && error.name === 'AbortError'))
      throw error;
    throw damaged(
      name,
      `${where} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      row,
    );
  }
}
