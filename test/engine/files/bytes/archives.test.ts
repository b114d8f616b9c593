import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { namesOf, open, openTable, rowsOf } from '../opening.ts';

const TABLE = new TextEncoder().encode('a,y\n1,0\n2,1\n');
const CSV = Array.from({ length: 20_000 }, (_, k) => `${k % 97}.5,${k % 2}\n`).join('');
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** The same archive with all sizes and places in fields of 64 bits (APPNOTE 4.3.14, 4.3.15, 4.5.3). */
function zip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const start = view.getUint32(end + 16, true);
  const entries: Uint8Array[] = [];
  for (let at = start; at < end;) {
    const length = 46 + view.getUint16(at + 28, true);
    const entry = new Uint8Array(length + 28);
    entry.set(zip.subarray(at, at + length));
    const wide = new DataView(entry.buffer);
    wide.setUint16(30, 28, true);
    wide.setUint16(length, 1, true);
    wide.setUint16(length + 2, 24, true);
    [24, 20, 42].forEach((field, k) => {
      wide.setBigUint64(length + 4 + 8 * k, BigInt(view.getUint32(at + field, true)), true);
      wide.setUint32(field, 0xffffffff, true);
    });
    entries.push(entry);
    at += length + view.getUint16(at + 30, true);
  }
  const directory = join(...entries);
  const record = new DataView(new ArrayBuffer(56));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(40, BigInt(directory.length), true);
  record.setBigUint64(48, BigInt(start), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(start + directory.length), true);
  const last = zip.slice(end).fill(0xff, 8, 20);
  return join(
    zip.subarray(0, start),
    directory,
    new Uint8Array(record.buffer),
    new Uint8Array(locator.buffer),
    last,
  );
}

describe('a gzip file', () => {
  it('is unpacked whatever it is called, all members of it', async () => {
    const table = await openTable(join(gzipSync('a,y\n1,0\n'), gzipSync(''), gzipSync('2,1\n')), 'odd.name');
    expect(rowsOf(table)).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect((await openTable(gzipSync(TABLE), 't.csv.gz')).name).toBe('t.csv');
  });

  it.each([0, 1, 3, 4, 8, 511, 70_000])('may be padded by %i zero bytes', async (length) => {
    const table = await openTable(join(gzipSync(CSV), new Uint8Array(length)), 't.gz');
    expect(table.total).toBe(20_000);
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['cut off in its checksum', (bytes: Uint8Array) => bytes.subarray(0, -3)],
    ['damaged', (bytes: Uint8Array) => bytes.map((byte, k) => (k === bytes.length >> 1 ? byte ^ 4 : byte))],
    [
      'of another checksum',
      (bytes: Uint8Array) => bytes.map((byte, k) => (k === bytes.length - 8 ? byte ^ 1 : byte)),
    ],
  ])('that is %s is told', async (_, spoil) => {
    await expect(open(spoil(new Uint8Array(gzipSync(CSV))), 't.csv.gz')).rejects.toMatchObject({
      code: 'damaged-gzip',
    });
  });

  it('in another is named', async () => {
    await expect(open(gzipSync(gzipSync(TABLE)), 't.gz')).rejects.toMatchObject({ code: 'nested-archive' });
  });
});

describe('a zip archive', () => {
  it('gives a part for each of its files, packed or not, without what systems leave in it', async () => {
    const zip = zipSync({
      'data/a.csv': [TABLE, { level: 0 }],
      'data/b.csv': TABLE,
      'data/c.csv.gz': new Uint8Array(gzipSync(TABLE)),
      '__MACOSX/data/._a.csv': new Uint8Array(100),
      '.DS_Store': new Uint8Array(100),
      'Thumbs.db': new Uint8Array(100),
    });
    const parts = await open(zip, 'both.zip');
    expect(parts.map(({ name }) => name)).toEqual([
      'both.zip/data/a.csv',
      'both.zip/data/b.csv',
      'both.zip/data/c.csv',
    ]);
    for (const part of parts) expect(part.kind === 'table' && namesOf(part)).toEqual(['a', 'y']);
  });

  it('is read where its sizes and places are of 64 bits', async () => {
    const zip = zip64(zipSync({ 'a.csv': TABLE, 'b.csv': [TABLE, { level: 0 }] }));
    const parts = await open(zip, 'z.zip');
    expect(parts.map(({ name }) => name)).toEqual(['z.zip/a.csv', 'z.zip/b.csv']);
    for (const part of parts)
      expect(part.kind === 'table' && rowsOf(part)).toEqual([
        [1, 0],
        [2, 1],
      ]);
    const record = Buffer.from(zip).indexOf('PK\u0006\u0006');
    const spoilt = zip.map((byte, k) => (k === record ? 0 : byte));
    await expect(open(spoilt, 'z.zip')).rejects.toMatchObject({ code: 'damaged-zip' });
  });

  it('that is damaged or cut off is told', async () => {
    const zip = zipSync({ 'a.csv': new TextEncoder().encode(CSV) });
    await expect(open(zip.subarray(0, -30), 'a.zip')).rejects.toMatchObject({ code: 'damaged-zip' });
    const spoilt = zip.map((byte, k) => (k === 600 ? byte ^ 4 : byte));
    await expect(open(spoilt, 'a.zip')).rejects.toMatchObject({ code: 'damaged-zip' });
  });

  it('that lies about a size is told as soon as that shows', async () => {
    const zip = zipSync({ 'a.csv': new TextEncoder().encode(CSV) });
    const at = Buffer.from(zip).indexOf('PK\u0001\u0002');
    new DataView(zip.buffer).setUint32(at + 24, 10, true);
    await expect(open(zip, 'a.zip')).rejects.toMatchObject({ code: 'damaged-zip' });
  });

  it('that is encrypted, or of another method, or empty, is named', async () => {
    const zip = zipSync({ 'a.csv': TABLE });
    const at = Buffer.from(zip).indexOf('PK\u0001\u0002');
    await expect(
      open(
        zip.map((byte, k) => (k === at + 8 ? 1 : byte)),
        'a.zip',
      ),
    ).rejects.toMatchObject({
      code: 'encrypted-zip',
      message: 'a.zip/a.csv is encrypted with a password: save it without one and open that',
    });
    await expect(
      open(
        zip.map((byte, k) => (k === at + 10 ? 14 : byte)),
        'a.zip',
      ),
    ).rejects.toMatchObject({ code: 'zip-method' });
    await expect(open(zipSync({}), 'a.zip')).rejects.toMatchObject({ code: 'empty-zip' });
  });

  it('in another, or of too many files, is told', async () => {
    await expect(open(zipSync({ 'b.zip': zipSync({ 'a.csv': TABLE }) }), 'a.zip')).rejects.toMatchObject({
      code: 'nested-archive',
    });
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, k) => [`${k}.png`, TABLE]));
    await expect(open(zipSync(many), 'a.zip')).rejects.toThrow(
      'a zip archive of 150 files; at most 100 are read',
    );
  });
});
