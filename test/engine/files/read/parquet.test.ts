import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { namesOf, read, readTable, rowsOf } from './reading.ts';

const N = 1000;
const column = <T>(value: (row: number) => T): T[] => Array.from({ length: N }, (_, row) => value(row));

const compressors = {
  GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)),
  BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes)),
};

function written(codec: 'SNAPPY' | 'UNCOMPRESSED' | 'GZIP' | 'BROTLI' = 'SNAPPY'): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'x', data: column((row) => row / 8), type: 'DOUBLE' },
        { name: 'long', data: column((row) => BigInt(row)), type: 'INT64' },
        { name: 'flag', data: column((row) => row % 2 === 0), type: 'BOOLEAN' },
        { name: 'word', data: column((row) => (row % 3 === 0 ? 'a' : 'b')), type: 'STRING' },
        { name: 'gaps', data: column((row) => (row % 4 === 0 ? null : row)), type: 'INT32', nullable: true },
        { name: 'day', data: column(() => new Date(Date.UTC(2020, 1, 3))), type: 'TIMESTAMP' },
      ],
      rowGroupSize: 300,
      codec,
      compressors,
    }),
  );
}

describe('readParquet', () => {
  it.each(['SNAPPY', 'UNCOMPRESSED', 'GZIP', 'BROTLI'] as const)(
    'reads all rows of all groups (%s)',
    async (codec) => {
      const table = await readTable(written(codec), 't.parquet');
      expect(table).toMatchObject({ format: 'parquet', total: N, count: N });
      expect(namesOf(table)).toEqual(['x', 'long', 'flag', 'word', 'gaps', 'day']);
      expect(table.columns.map(({ declared }) => declared)).toEqual([
        'number',
        'number',
        'number',
        'text',
        'number',
        'text',
      ]);
      expect(rowsOf(table)[999]).toEqual([999 / 8, 999, 0, 'a', 999, '2020-02-03']);
      expect(rowsOf(table)[0]).toEqual([0, 0, 1, 'a', null, '2020-02-03']);
      expect(table.columns[4]!.facts).toMatchObject({ missing: 250, numbers: 750 });
    },
  );

  it.each([
    ['zstd', 'byte_stream_split.zstd', 300, [1.764052391052246, -1.3065268517353166]],
    ['gzip of several members', 'concatenated_gzip_members', 513, [1]],
    ['lz4', 'lz4_raw_compressed', 4, [1_593_604_800, 'abc', 42]],
    ['lz4 as Hadoop frames it', 'hadoop_lz4_compressed', 4, [1_593_604_800, 'abc', 42]],
    ['lz4 that only says to be of Hadoop', 'non_hadoop_lz4_compressed', 4, [1_593_604_800, 'abc', 42]],
  ])('reads what others wrote with %s', async (_, file, rows, first) => {
    const bytes = await readFile(new URL(`../../../fixtures/parquet/${file}.parquet`, import.meta.url));
    const table = await readTable(new Uint8Array(bytes), 't.parquet');
    expect([table.total, rowsOf(table)[0]]).toEqual([rows, first]);
  });

  it('reads one that came packed', async () => {
    expect(await read(written(), 't.parquet', { packed: true })).toMatchObject({ total: N });
  });

  it('leaves nested columns out, and says so', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'x', data: [1, 2] },
        { name: 'l', data: [[1, 2], [3]] },
      ],
      schema: [
        { name: 'root', num_children: 2 },
        { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        { name: 'l', converted_type: 'LIST', num_children: 1, repetition_type: 'OPTIONAL' },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'INT32', repetition_type: 'OPTIONAL' },
      ],
    });
    const table = await readTable(new Uint8Array(bytes), 't.parquet');
    expect(namesOf(table)).toEqual(['x']);
    expect(table.notes).toContain('Column "l" was left out: its cells are lists or structures.');
  });

  it('names what is damaged', async () => {
    const bytes = written();
    await expect(read(bytes.subarray(0, 5000), 't.parquet')).rejects.toThrow(
      /^t.parquet is a damaged Parquet file/,
    );
    const holed = bytes.slice();
    holed.fill(0xff, 4, 2000);
    await expect(read(holed, 't.parquet')).rejects.toThrow(
      /^t.parquet is a damaged Parquet file \(from row 1 on\): column "x"/,
    );
  });
});
