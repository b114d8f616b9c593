import { describe, expect, it } from 'vitest';
import { readNpz } from '../../../../src/engine/files/read/npz.ts';
import type { Part } from '../../../../src/engine/files/table.ts';
import { bytesOf, namesOf, npy, OPTIONS, read, readTable, rowsOf, sourceOf, text } from './reading.ts';

const MATRIX = [
  [1, 2, 3],
  [4, 5, 6],
];

describe('readNpy', () => {
  it.each([
    ['<f8', bytesOf(Float64Array.of(1, 2, 3, 4, 5, 6))],
    ['<f4', bytesOf(Float32Array.of(1, 2, 3, 4, 5, 6))],
    ['<f2', bytesOf(Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600))],
    ['>i2', Uint8Array.of(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6)],
    ['|u1', Uint8Array.of(1, 2, 3, 4, 5, 6)],
    ['<i8', bytesOf(BigInt64Array.of(1n, 2n, 3n, 4n, 5n, 6n))],
    ['<u4', bytesOf(Uint32Array.of(1, 2, 3, 4, 5, 6))],
  ])('reads a matrix of %s', async (descr, data) => {
    const table = await readTable(npy(descr, [2, 3], data), 'x.npy');
    expect(rowsOf(table)).toEqual(MATRIX);
    expect(table).toMatchObject({ format: 'npy', total: 2 });
    expect(namesOf(table)).toEqual(['column 1', 'column 2', 'column 3']);
  });

  it('turns what lies in Fortran order', async () => {
    const table = await readTable(
      npy('<f8', [2, 3], bytesOf(Float64Array.of(1, 4, 2, 5, 3, 6)), true),
      'x.npy',
    );
    expect(rowsOf(table)).toEqual(MATRIX);
    // numpy.asfortranarray of the numbers 0..11 in the shape (2, 2, 3): worked out by hand.
    const images = await read(
      npy('|u1', [2, 2, 3], Uint8Array.of(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11), true),
      'x.npy',
    );
    expect(images).toMatchObject({ shape: [2, 3], values: Uint8Array.from({ length: 12 }, (_, k) => k) });
  });

  it('reads one dimension, or one column, as labels, and words as words', async () => {
    expect(await read(npy('|b1', [3], Uint8Array.of(1, 0, 1)), 'y.npy')).toMatchObject({
      kind: 'labels',
      values: [1, 0, 1],
    });
    expect(await read(npy('|u1', [3, 1], Uint8Array.of(1, 0, 1)), 'y.npy')).toMatchObject({ kind: 'labels' });
    const codes = Uint32Array.from('ab\0ü\0\0', (character) => character.codePointAt(0)!);
    expect(await read(npy('<U3', [2], bytesOf(codes)), 'y.npy')).toMatchObject({ values: ['ab', 'ü'] });
    expect(await read(npy('|S2', [2], text('abc\0')), 'y.npy')).toMatchObject({ values: ['ab', 'c'] });
  });

  it('reads records as named columns', async () => {
    const record = npy("[('n', '|u1'), ('', '|V1'), ('w', '|S1')]", [2], text('\u0001.a\u0002.b'));
    const table = await readTable(record, 'r.npy');
    expect(namesOf(table)).toEqual(['n', 'w']);
    expect(rowsOf(table)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('says where numbers are missing, infinite or rounded', async () => {
    const floats = await readTable(
      npy('<f8', [2, 2], bytesOf(Float64Array.of(NaN, 1, Infinity, 2))),
      'x.npy',
    );
    expect(rowsOf(floats)).toEqual([
      [null, 1],
      [null, 2],
    ]);
    expect(floats.notes).toContain('Infinite numbers were taken for missing ones: 1.');
    const wide = await read(npy('<i8', [2], bytesOf(BigInt64Array.of(2n ** 60n + 1n, 1n))), 'y.npy');
    expect(wide.notes).toContain('Whole numbers beyond 2^53 were rounded to the nearest double: 1.');
  });

  it.each([
    ['|O', /^x.npy holds Python objects \(pickle\)/],
    ['<c16', /^x.npy holds complex numbers/],
    ['<M8[ns]', /^x.npy holds dates/],
    ['<f16', /^x.npy holds long doubles/],
  ])('names elements of %s for what they are', async (descr, message) => {
    await expect(read(npy(descr, [1, 2], new Uint8Array(64)), 'x.npy')).rejects.toThrow(message);
  });

  it.each([
    [
      'a number beyond what is read',
      npy('<f8', [2, 2], bytesOf(Float64Array.of(1, 2, 3, 1e200))),
      /^x.npy, row 2, column 2: 1e\+200/,
    ],
    [
      'a shape that lies',
      npy('<f8', [1e9, 100], new Uint8Array(800)),
      /holds only 800 bytes: it ends in row 2/,
    ],
    ['a single value', npy('<f8', [], new Uint8Array(8)), /holds a single value/],
    [
      'another header',
      npy('<f8', [2], new Uint8Array(8)).map((byte, k) => (k === 12 ? 0x41 : byte)),
      /^x.npy has a header that NumPy does not write/,
    ],
  ])('names %s', async (_, bytes, message) => {
    await expect(read(bytes, 'x.npy')).rejects.toThrow(
      expect.objectContaining({ name: 'FileProblem', message: expect.stringMatching(message) as string }),
    );
  });
});

const npz = (arrays: Readonly<Record<string, Uint8Array>>): Promise<Part> =>
  readNpz(
    'a.npz',
    Object.entries(arrays).map(([key, bytes]) => sourceOf(bytes, `a.npz/${key}.npy`)),
    OPTIONS,
  );
const X = npy('|u1', [2, 2], Uint8Array.of(1, 2, 3, 4));
const IMAGES = npy('|u1', [2, 2, 2], Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
const Y = npy('|u1', [2], Uint8Array.of(7, 8));

describe('readNpz', () => {
  it('joins samples and labels by their names, whatever else there is', async () => {
    const part = await npz({
      y_test: Y,
      x_test: X,
      y_train: npy('|u1', [2], Uint8Array.of(5, 6)),
      x_train: X,
    });
    if (part.kind !== 'table') throw new Error(part.kind);
    expect(namesOf(part)).toEqual(['column 1', 'column 2', 'y_train']);
    expect(rowsOf(part)).toEqual([
      [1, 2, 5],
      [3, 4, 6],
    ]);
    expect(part.format).toBe('npz');
    expect(part.notes).toContain('Left out: "y_test", "x_test".');
  });

  it('joins them by their shapes where names say nothing', async () => {
    expect(await npz({ foo: Y, bar: IMAGES, baz: npy('|u1', [9], new Uint8Array(9)) })).toMatchObject({
      kind: 'images',
      labels: [7, 8],
      shape: [2, 2],
      name: 'a.npz',
    });
  });

  it('lets alone what it need not read', async () => {
    expect(await npz({ X: IMAGES, y: Y, meta: npy('|O', [1], new Uint8Array(9)) })).toMatchObject({
      labels: [7, 8],
    });
  });

  it('names what does not belong together, and what is no array of samples', async () => {
    await expect(npz({ X, y: npy('|u1', [3], new Uint8Array(3)) })).rejects.toThrow(
      'a.npz holds 2 samples but 3 labels (y): they do not belong together',
    );
    await expect(npz({ a: Y, b: Y })).rejects.toThrow('a.npz has no array of samples: it holds a 2, b 2');
    await expect(npz({ indices: Y, indptr: Y, shape: Y, format: Y, data: Y })).rejects.toThrow(
      'sparse matrix',
    );
  });
});
