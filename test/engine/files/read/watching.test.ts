import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../../src/engine/files/open.ts';
import { bytesOf, idx, npy, OPTIONS, text } from './reading.ts';

const ROWS = 20_000;
const numbers = Float64Array.from({ length: 2 * ROWS }, (_, k) => k / 4);
const lines = (line: (row: number) => string): string =>
  Array.from({ length: ROWS }, (_, row) => `${line(row)}\n`).join('');
const header = '@relation r\n@attribute a real\n@attribute b real\n@attribute class {0,1}\n@data\n';

/** A file of every format, of several pieces. */
const FILES: readonly (readonly [format: string, bytes: () => Uint8Array])[] = [
  ['csv', () => text(`a,b,y\n${lines((row) => `${row / 8},${row * row},${row % 2}`)}`)],
  ['idx', () => idx(8, [ROWS, 4, 4], new Uint8Array(16 * ROWS))],
  ['npy', () => npy('<f8', [ROWS, 2], bytesOf(numbers))],
  [
    'npz',
    () =>
      zipSync(
        {
          'x.npy': npy('<f8', [ROWS, 2], bytesOf(numbers)),
          'y.npy': npy('|u1', [ROWS], new Uint8Array(ROWS)),
        },
        { level: 0 },
      ),
  ],
  ['libsvm', () => text(lines((row) => `${row % 2} 1:${row / 8} 2:${row * row}`))],
  ['arff', () => text(header + lines((row) => `${row / 8},${row * row},${row % 2}`))],
  [
    'parquet',
    () =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'a', data: Array.from(numbers), type: 'DOUBLE' },
            { name: 'y', data: Array.from(numbers, (_, k) => k % 2), type: 'INT32' },
          ],
        }),
      ),
  ],
  ['cifar-10', () => new Uint8Array(3073 * 100)],
];

describe.each(FILES)('the reader of %s', (format, bytes) => {
  const file = (): File =>
    new File([new Uint8Array(bytes())], format === 'cifar-10' ? 'cifar.bin' : 'the-file');

  it('tells how far it is, and takes a breath in between', async () => {
    const told: (readonly [share: number, rows: number])[] = [];
    let breaths = 0;
    const [part] = await readFiles([file()], {
      ...OPTIONS,
      progress: (share, rows) => told.push([share!, rows]),
      breathe: () => {
        breaths++;
        return Promise.resolve();
      },
    });
    expect(part!.format).toBe(format);
    expect(told.length).toBeGreaterThan(2);
    expect(breaths).toBeGreaterThanOrEqual(told.length);
    const shares = told.map(([share]) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.6);
    // A reader that has all it needs does not ask for the end of the last piece.
    expect(shares.at(-1)).toBeGreaterThan(0.8);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('stops when it is cancelled, with the reason', async () => {
    const stop = new AbortController();
    const reason = new DOMException('Enough', 'AbortError');
    let told = 0;
    const reading = readFiles([file()], {
      ...OPTIONS,
      signal: stop.signal,
      progress: () => {
        told++;
        stop.abort(reason);
      },
    });
    await expect(reading).rejects.toBe(reason);
    expect(told).toBe(1);
  });
});
