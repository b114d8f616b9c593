import type { RowGroup } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { plural } from '../words.ts';

/** Bytes that one page may unpack to. */
const MAX_PAGE = 256_000_000;

/** Where a column's pages are in the file; null where there are none that can be read. */
export function chunkRange({ columns }: RowGroup, key: string): { start: number; end: number } | null {
  const chunk = columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === key);
  const found = chunk?.meta_data;
  if (found === undefined || chunk?.crypto_metadata !== undefined) return null;
  // Some writers say 0 where there is no dictionary.
  const start = Number(found.dictionary_page_offset || found.data_page_offset);
  return { start, end: start + Number(found.total_compressed_size) };
}

/**
 * What is wrong with the headers of a column's pages, or null. They say how much memory is taken, so they are looked
 * at before.
 * @param rows of the row group
 */
export function faultOfPages(chunk: ArrayBuffer, rows: number): string | null {
  const reader = { view: new DataView(chunk), offset: 0 };
  let seen = 0;
  while (reader.offset < chunk.byteLength - 1 && seen < rows) {
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header;
    const values =
      header.data_page_header?.num_values ??
      header.data_page_header_v2?.num_values ??
      header.dictionary_page_header?.num_values ??
      0;
    if (!(packed >= 0 && packed <= chunk.byteLength - reader.offset))
      return `a page says ${plural(packed, 'byte')}`;
    if (!(unpacked >= 0 && unpacked <= MAX_PAGE))
      return `a page says to unpack to ${plural(unpacked, 'byte')}`;
    if (!(values >= 0 && values <= Math.max(rows, unpacked))) return `a page says ${plural(values, 'value')}`;
    if (header.type !== 'DICTIONARY_PAGE') {
      seen += values;
      if (seen > rows) return `its pages say ${plural(seen, 'value')} for ${plural(rows, 'row')}`;
    }
    reader.offset += packed;
  }
  return seen < rows ? `its pages hold ${plural(seen, 'value')} for ${plural(rows, 'row')}` : null;
}
